import DialerCore
import Testing

struct AttemptStateTests {
    /// An event that is left out tells nothing new.
    private static let table: [(AttemptState, [AttemptEvent: AttemptState])] = [
        (
            .dialing,
            [
                .accepted: .queued, .doubted: .inDoubt, .notPlaced: .notPlaced, .ringing: .ringing,
                .answered: .inProgress, .ended: .ended,
            ]
        ),
        (.queued, [.ringing: .ringing, .answered: .inProgress, .ended: .ended]),
        (.ringing, [.answered: .inProgress, .ended: .ended]),
        (.inProgress, [.ended: .ended]),
        (
            .inDoubt,
            [
                .accepted: .queued, .notPlaced: .notPlaced, .ringing: .ringing, .answered: .inProgress,
                .ended: .ended,
            ]
        ),
        (.ended, [:]),
        (.notPlaced, [.accepted: .queued, .ringing: .ringing, .answered: .inProgress, .ended: .ended]),
    ]

    @Test func everyStateAndEveryEvent() {
        #expect(Self.table.map(\.0) == AttemptState.allCases)
        for (state, row) in Self.table {
            for event in AttemptEvent.allCases {
                #expect(state.after(event) == row[event], "\(state) after \(event)")
            }
        }
    }

    @Test func thePageHasTheTransitionsOfTheCode() {
        let events = AttemptEvent.allCases.map { $0 == .notPlaced ? "not placed" : "\($0)" }
        let rows = AttemptState.allCases.map { state in
            ["`\(state.rawValue)`"]
                + AttemptEvent.allCases.map { event in state.after(event).map { "`\($0.rawValue)`" } ?? "" }
        }
        let table = StateMachineDocument.table(events: events, rows: rows)
        #expect(StateMachineDocument.text.contains("\n\n" + table + "\n"), "it should have:\n\(table)")
    }

    @Test func noEventCountsTwice() {
        for state in AttemptState.allCases {
            for event in AttemptEvent.allCases {
                guard let next = state.after(event) else { continue }
                #expect(next.after(event) == nil, "\(event) twice from \(state)")
            }
        }
    }
}
