import DialerCore
import DialerEngine
import DialerStore

/// Promises 3 and 6 for single contacts: the dialer does with a contact what `explain` says about it at that instant.
extension Checker {
    /// One contact of each campaign is explained at one step of so many, because explaining takes far longer than
    /// claiming.
    private static var stepsPerComparison: Int { 3 }

    /// A contact before a step, and what `explain` says about it.
    struct Explained {
        var contact: Contact
        var forecast: CallForecast
    }

    /// - Returns: of each campaign the contact of one zone that is due first; none if the step has other events than
    ///   dispatch, which come first and may change the explanation.
    func explainDueContacts(before events: [EngineEvent], at now: Now) -> [Explained] {
        let isDispatchOnly = events.allSatisfy { if case .dispatch = $0 { true } else { false } }
        guard isDispatchOnly else { return [] }
        dispatchSteps += 1
        guard dispatchSteps % Self.stepsPerComparison == 0 else { return [] }
        var explained: [Explained] = []
        attempt {
            for (campaign, contact) in try dueContacts(turn: dispatchSteps / Self.stepsPerComparison, at: now.wall) {
                let report = try store.explain(
                    contact.destination,
                    isDaemonRunning: true,
                    timeZones: SimulatedZones(),
                    at: now.wall
                )
                guard let forecast = report.contacts.first(where: { $0.campaign == campaign })?.forecast else {
                    return world.violate(.reason, "explain does not know \(contact.destination.text) of \(campaign)")
                }
                explained.append(Explained(contact: contact, forecast: forecast))
            }
        }
        return explained
    }

    /// One contact of each campaign, with the campaign's name. The turns go through the zones.
    private func dueContacts(turn: Int, at now: WallTime) throws -> [(String, Contact)] {
        try store.write { transaction in
            try transaction.activeCampaigns().compactMap { campaign in
                let zones = try transaction.pendingZones(of: campaign.id)
                guard !zones.isEmpty else { return nil }
                let zone = zones[turn % zones.count]
                let ready = try transaction.readyContacts(of: campaign.id, in: [zone], at: now, limit: 1)
                return ready.first.map { (campaign.name, $0.contact) }
            }
        }
    }

    /// Compares the explanations with the contacts after the step. Contacts that are still pending prove nothing:
    /// claims of other campaigns in the same step may have reached a limit.
    func compare(_ explained: [Explained]) {
        attempt {
            let contacts = try store.write { store in try explained.map { try store.contact($0.contact.id) } }
            for (explained, contact) in zip(explained, contacts) {
                guard let contact, contact.state != .pending else { continue }
                let verdict = explained.forecast.blocks.first
                let isForetold: Bool =
                    switch (contact.state, verdict) {
                    case (.finished, .doNotCall): contact.outcome == .suppressed
                    case (.finished, .retryNotWanted(let outcome)): contact.outcome == outcome
                    case (.finished, _): false
                    default: verdict == nil
                    }
                guard !isForetold else { continue }
                let said = verdict.map { "\($0)" } ?? "it can be called"
                let became = contact.outcome?.rawValue ?? contact.state.rawValue
                world.violate(.reason, "explain says about \(contact.destination.text): \(said); it is \(became) now")
            }
        }
    }
}
