import DialerCore
import Testing

struct AttemptStateTests {
    /// The whole table of `docs/state-machine.md`: a blank means that the event tells nothing new.
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

    @Test func noEventCountsTwice() {
        for state in AttemptState.allCases {
            for event in AttemptEvent.allCases {
                guard let next = state.after(event) else { continue }
                #expect(next.after(event) == nil, "\(event) twice from \(state)")
            }
        }
    }
}
