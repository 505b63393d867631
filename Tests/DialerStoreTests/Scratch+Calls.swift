import DialerCore
import DialerStore
import DialerTestSupport

/// Campaigns and calls, written as the engine writes them.
extension Scratch {
    static func number(_ index: Int) -> Destination { .sample(index) }

    @discardableResult
    func campaign(
        _ name: String = "spring",
        contacts: Int,
        in store: Store,
        zones: [String] = [],
        settings change: (inout CampaignSettings) -> Void = { _ in }
    ) throws -> Importer {
        var settings = CampaignSettings.sample
        change(&settings)
        let campaign = NewCampaign.sample(name, settings: settings)
        return try store.importCampaign(campaign, contacts: 0..<contacts, zones: { _ in zones }, at: now)
    }

    /// Claims pending contacts, one request each, and says what has become of each call.
    ///
    /// - Parameter change: what is known of the attempt; its contact follows its state.
    @discardableResult
    func call(
        _ campaign: CampaignID,
        count: Int = 1,
        in store: Store,
        at instant: WallTime? = nil,
        change: @escaping (inout Attempt) -> Void = { _ in }
    ) throws -> [AttemptID] {
        let instant = instant ?? now
        return try store.write { transaction in
            try transaction.pendingZones(of: campaign).flatMap { zone in
                try transaction.readyContacts(of: campaign, in: [zone], at: .distantFuture, limit: count)
            }
            .prefix(count)
            .map { try Self.call($0.contact, transaction, at: instant, change) }
        }
    }

    private static func call(
        _ contact: Contact,
        _ transaction: StoreTransaction,
        at instant: WallTime,
        _ change: (inout Attempt) -> Void
    ) throws -> AttemptID {
        let batch = try transaction.insertBatch(
            campaign: contact.campaign,
            token: "\(contact.id.value)-\(contact.attempts)-\(instant.milliseconds)",
            callerID: "14155550100",
            overrides: nil,
            size: 1,
            isClockSuspect: false,
            at: instant
        )
        let id = try transaction.insertAttempt(
            for: contact,
            in: batch,
            at: instant,
            latestEnd: instant + .seconds(600),
            checkAt: instant + .seconds(720)
        )
        try transaction.update(contact) { contact in
            contact.state = .dialing
            contact.attempts += 1
            contact.attempt = id
        }
        try update(id, transaction, change)
        return id
    }

    /// What is learned of a call later.
    func update(_ attempt: AttemptID, in store: Store, change: (inout Attempt) -> Void) throws {
        try store.write { try Self.update(attempt, $0, change) }
    }

    private static func update(
        _ id: AttemptID,
        _ transaction: StoreTransaction,
        _ change: (inout Attempt) -> Void
    ) throws {
        guard let old = try transaction.attempt(id), let contact = try transaction.contact(old.contact) else { return }
        let attempt = try transaction.update(old) { attempt in
            change(&attempt)
            if attempt.state.contactState == nil { attempt.close(as: attempt.state, outcome: attempt.outcome) }
        }
        try transaction.update(contact) { contact in
            contact.state = attempt.state.contactState ?? (attempt.outcome == nil ? .pending : .finished)
            contact.outcome = attempt.state.contactState == nil ? attempt.outcome : contact.outcome
        }
    }
}
