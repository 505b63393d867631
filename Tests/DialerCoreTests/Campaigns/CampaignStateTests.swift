import DialerCore
import Testing

struct CampaignStateTests {
    /// The table is that of `docs/state-machine.md`: every state, every event.
    @Test func thePageHasTheTransitionsOfTheCode() {
        let rows = CampaignState.allCases.map { state in
            ["`\(state.rawValue)`"]
                + CampaignEvent.samples.map { event in
                    switch state.after(event) {
                    case .move(let next): "`\(next.rawValue)`"
                    case .already: "="
                    case .notPossible: ""
                    }
                }
        }
        let table = StateMachineDocument.table(events: CampaignEvent.samples.map(\.heading), rows: rows)
        #expect(StateMachineDocument.text.contains("\n\n" + table + "\n"), "it should have:\n\(table)")
    }

    /// `open` stands for the states in which settings may change.
    @Test func theDiagramHasEveryTransition() {
        let open = CampaignState.allCases.filter(\.acceptsSettings)
        let drawn = StateMachineDocument.arrows.flatMap { arrow in
            arrow.hasPrefix("open ") ? open.map { $0.rawValue + arrow.dropFirst("open".count) } : [arrow]
        }
        var expected: [String] = []
        for state in CampaignState.allCases {
            for event in CampaignEvent.samples {
                guard case .move(let next) = state.after(event) else { continue }
                expected.append("\(state.rawValue) --> \(next.rawValue): \(event.heading)")
            }
        }
        #expect(drawn.sorted() == expected.sorted())
    }

    /// A restored backup gives its reason to a halted campaign too.
    @Test func noEventMovesACampaignTwice() {
        for state in CampaignState.allCases {
            for event in CampaignEvent.samples where event.heading != "restored" {
                guard case .move(let next) = state.after(event) else { continue }
                if case .move = next.after(event) { Issue.record("\(event) twice from \(state)") }
            }
        }
    }

    @Test func whatCampaignsDoInEachState() {
        let table: [(CampaignState, isActive: Bool, canDial: Bool, acceptsSettings: Bool, isOver: Bool)] = [
            (.importing, false, false, false, false),
            (.waiting, true, true, true, false),
            (.running, true, true, true, false),
            (.paused, true, false, true, false),
            (.halted, true, false, true, false),
            (.cancelling, true, false, false, false),
            (.cancelled, false, false, false, true),
            (.completed, false, false, false, true),
        ]
        #expect(table.map(\.0) == CampaignState.allCases)
        for (state, isActive, canDial, acceptsSettings, isOver) in table {
            #expect(state.isActive == isActive, "\(state)")
            #expect(state.canDial == canDial, "\(state)")
            #expect(state.acceptsSettings == acceptsSettings, "\(state)")
            #expect(state.isOver == isOver, "\(state)")
        }
    }
}
