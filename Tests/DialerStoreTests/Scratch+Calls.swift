import DialerCore
import DialerStore

/// Campaigns and calls, written as the engine writes them.
extension Scratch {
    static func number(_ index: Int) -> Destination { .phone(15_550_000_000 + Int64(index)) }

    /// A campaign of numbers 15550000000, 15550000001, …
    @discardableResult
    func campaign(
        _ name: String = "spring",
        contacts: Int,
        in store: Store,
        zones: [String] = [],
        settings change: (inout CampaignSettings) -> Void = { _ in }
    ) throws -> Importer {
        var new = Scratch.new(name, columns: [])
        change(&new.settings)
        let importer = try Importer(new, store: store, at: now)
        try importer.add(
            (0..<contacts).map { index in
                let destination = Self.number(index)
                return NewContact(
                    destination: destination,
                    row: index + 2,
                    typed: destination.text,
                    overrides: [:],
                    zones: zones,
                    values: []
                )
            }
        )
        try importer.commit(rows: contacts, rejected: 0, at: now)
        return importer
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

    /// What is learnt of a call later.
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
