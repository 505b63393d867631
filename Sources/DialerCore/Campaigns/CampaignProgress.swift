/// The counters of one campaign, as `status` shows them. They change in the transaction that changes a contact.
package struct CampaignProgress: Hashable, Sendable {
    package var contacts = 0
    package var states: [ContactState: Int] = [:]
    package var outcomes: [Outcome: Int] = [:]
    /// Requests that may have placed a call.
    package var attempts = 0
    package var cost = Cost.zero

    package init() {}

    package subscript(state: ContactState) -> Int {
        get { states[state] ?? 0 }
        set { states[state] = newValue == 0 ? nil : newValue }
    }

    package subscript(outcome: Outcome) -> Int {
        get { outcomes[outcome] ?? 0 }
        set { outcomes[outcome] = newValue == 0 ? nil : newValue }
    }

    /// Contacts whose calls were handed to Plivo and have not ended.
    package var inFlight: Int { ContactState.inFlight.reduce(0) { $0 + self[$1] } }

    /// Whether the counters fit together as docs/cli.md, "status --json" promises for every instant.
    package var isConsistent: Bool {
        states.values.reduce(0, +) == contacts && outcomes.values.reduce(0, +) == self[.finished]
            && states.values.allSatisfy { $0 >= 0 } && outcomes.values.allSatisfy { $0 >= 0 }
    }
}
