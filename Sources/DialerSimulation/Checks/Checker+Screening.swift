import DialerCore
import DialerEngine
import DialerStore

/// Promises 3 and 6, of single contacts: the dialer does with a contact what `explain` says of it at the same instant.
extension Checker {
    /// Explaining a contact takes far longer than claiming it: of every so many steps one is looked at.
    private static var stepsPerLook: Int { 3 }

    /// A contact before a step, and what `explain` says of it.
    struct Explained {
        var contact: Contact
        var forecast: CallForecast
    }

    /// - Returns: of each campaign the contact of one zone that is due first; none if the step does more than dispatch,
    ///   since other events may change what is said before the claim.
    func explainDueContacts(before events: [EngineEvent], at now: Now) -> [Explained] {
        let isDispatchOnly = events.allSatisfy { if case .dispatch = $0 { true } else { false } }
        guard isDispatchOnly else { return [] }
        dispatchSteps += 1
        guard dispatchSteps % Self.stepsPerLook == 0 else { return [] }
        var explained: [Explained] = []
        attempt {
            for (campaign, contact) in try dueContacts(look: dispatchSteps / Self.stepsPerLook, at: now.wall) {
                let report = try store.explain(
                    contact.destination,
                    isDaemonRunning: true,
                    timeZones: Scenario.timeZones,
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

    /// Each with the name of its campaign. The looks go through the zones in turn.
    private func dueContacts(look: Int, at now: WallTime) throws -> [(String, Contact)] {
        try store.write { transaction in
            try transaction.activeCampaigns().compactMap { campaign in
                let zones = try transaction.pendingZones(of: campaign.id)
                guard !zones.isEmpty else { return nil }
                let zone = zones[look % zones.count]
                let ready = try transaction.readyContacts(of: campaign.id, in: [zone], at: now, limit: 1)
                return ready.first.map { (campaign.name, $0.contact) }
            }
        }
    }

    /// After the step. Claims of other campaigns in it can only make limits that were not reached: a contact is put off
    /// then, neither called nor ended.
    func compare(_ explained: [Explained]) {
        attempt {
            let contacts = try store.write { transaction in try explained.map { try transaction.contact($0.contact.id) }
            }
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
                world.violate(.reason, "explain says of \(contact.destination.text): \(said); it is \(became) now")
            }
        }
    }
}
