package import DialerCore
import GRDB

/// One call to one contact, made by one request.
package struct Attempt: Hashable, Sendable {
    package let id: AttemptID
    package let contact: ContactID
    package let campaign: CampaignID
    package let batch: BatchID
    package let destination: Destination
    package var state: AttemptState
    package var outcome: Outcome?
    package var requestUUID: CallUUID?
    package var callUUID: CallUUID?
    /// False while the uuid is a guess by its position in the answer; true once a callback or a CDR has confirmed it.
    package var isConfirmed: Bool
    package var isMachine: Bool
    package let createdAt: WallTime
    package var rangAt: WallTime?
    package var answeredAt: WallTime?
    package var endedAt: WallTime?
    package var durationSeconds: Int?
    package var causeCode: Int?
    package var causeName: String?
    package var hangupSource: String?
    package var cost: Cost
    /// The latest time at which the call can have ended.
    package var latestEnd: WallTime
    /// When the CDR is looked up next; nil after the end.
    package var checkAt: WallTime?
    /// The number of checks so far. The pause before the next one grows with it.
    package var checks: Int
    /// What the contact becomes if the call is withdrawn before it rings; nil: the call is not to be withdrawn.
    package var withdrawal: Withdrawal?
    /// When Plivo is next asked to withdraw the call; nil: Plivo is not asked.
    package var withdrawAt: WallTime?
    /// When Plivo confirmed the DELETE.
    package var withdrawnAt: WallTime?

    /// Whether the end was assumed: neither a callback nor a record has reported it.
    package var isEndAssumed: Bool { state == .ended && endedAt == nil }

    /// Ends the attempt: its CDR is not looked up any more, and Plivo is not asked to withdraw the call.
    ///
    /// - Parameter state: `.ended` or `.notPlaced`.
    package mutating func close(as state: AttemptState, outcome: Outcome?) {
        precondition(state == .ended || state == .notPlaced, "an attempt is closed as ended or as not placed")
        self.state = state
        self.outcome = outcome
        checkAt = nil
        withdrawAt = nil
    }
}

extension Attempt: StoredRecord {
    init(_ row: Row) {
        self.init(
            id: row["id"],
            contact: row["contact_id"],
            campaign: row["campaign_id"],
            batch: row["batch_id"],
            destination: row["destination"],
            state: row["state"],
            outcome: row["outcome"],
            requestUUID: row["request_uuid"],
            callUUID: row["call_uuid"],
            isConfirmed: row["is_confirmed"],
            isMachine: row["is_machine"],
            createdAt: row["created_at"],
            rangAt: row["rang_at"],
            answeredAt: row["answered_at"],
            endedAt: row["ended_at"],
            durationSeconds: row["duration_s"],
            causeCode: row["cause_code"],
            causeName: row["cause_name"],
            hangupSource: row["hangup_source"],
            cost: row["cost"],
            latestEnd: row["latest_end"],
            checkAt: row["check_at"],
            checks: row["checks"],
            withdrawal: row["withdrawal"],
            withdrawAt: row["withdraw_at"],
            withdrawnAt: row["withdrawn_at"]
        )
    }
}

extension StoreTransaction {
    package func attempt(_ id: AttemptID) throws -> Attempt? {
        try db.record("SELECT * FROM attempts WHERE id = ?", [id])
    }

    /// The attempt of a batch whose uuid a callback or a record has confirmed to be this one.
    package func attempt(in batch: BatchID, confirmedAs uuid: CallUUID) throws -> Attempt? {
        try db.record("SELECT * FROM attempts WHERE request_uuid = ? AND batch_id = ? AND is_confirmed", [uuid, batch])
    }

    package func attempt(in batch: BatchID, to destination: Destination) throws -> Attempt? {
        try db.record("SELECT * FROM attempts WHERE batch_id = ? AND destination = ?", [batch, destination])
    }

    /// The attempts of a request, in the order of its destinations.
    package func attempts(in batch: BatchID) throws -> [Attempt] {
        try db.records("SELECT * FROM attempts WHERE batch_id = ? ORDER BY id", [batch])
    }

    /// The contact's last attempt that uses up an attempt: one that may have been a call, and was not withdrawn.
    package func lastCountedAttempt(of contact: ContactID) throws -> AttemptID? {
        try db.value("SELECT max(id) FROM attempts WHERE contact_id = ? AND \(CallHistory.counts)", [contact])
    }

    /// Whether the contact has been claimed again after this attempt.
    package func hasLaterAttempt(than attempt: Attempt) throws -> Bool {
        try db.row(
            "SELECT 1 FROM attempts WHERE contact_id = ? AND id > ? LIMIT 1",
            [attempt.contact, attempt.id]
        ) != nil
    }

    /// Calls with a known uuid whose end is overdue at `now`, the longest overdue first.
    package func attemptsToCheck(at now: WallTime, limit: Int) throws -> [Attempt] {
        try db.records(
            "SELECT * FROM attempts WHERE check_at <= ? AND request_uuid IS NOT NULL ORDER BY check_at LIMIT ?",
            [now, limit]
        )
    }

    /// The number of calls that have been handed over and have not begun to ring, in batches from `first` on.
    package func callsWaitingToRing(from first: BatchID) throws -> Int {
        try db.value("SELECT count(*) FROM attempts WHERE batch_id >= ? AND state IN ('dialing', 'queued')", [first])
            ?? 0
    }

    /// The number of calls in doubt in batches from `first` on. They may wait in Plivo's queue.
    package func doubtfulCalls(from first: BatchID) throws -> Int {
        // The plus keeps SQLite from reading the index of all attempts.
        try db.value(
            """
            SELECT count(*) FROM attempts WHERE \(Self.isUnidentified) AND state = 'in_doubt' AND +batch_id >= ?
            """,
            [first]
        ) ?? 0
    }

    /// Writes the intent of a call, before its request leaves.
    package func insertAttempt(
        for contact: Contact,
        in batch: BatchID,
        at now: WallTime,
        latestEnd: WallTime,
        checkAt: WallTime
    ) throws -> AttemptID {
        try db.run(
            """
            INSERT INTO attempts (contact_id, campaign_id, batch_id, destination, state, created_at, latest_end, check_at)
            VALUES (?, ?, ?, ?, 'dialing', ?, ?, ?)
            """,
            [contact.id, contact.campaign, batch, contact.destination, now, latestEnd, checkAt]
        )
        return AttemptID(db.lastInsertedRowID)
    }

    /// Changes one attempt. All changes of single attempts go through this function.
    ///
    /// - Parameter old: the attempt as this transaction read it.
    /// - Returns: the attempt after the change.
    @discardableResult
    package func update(_ old: Attempt, _ change: (inout Attempt) throws -> Void) throws -> Attempt {
        var attempt = old
        try change(&attempt)
        guard attempt != old else { return old }
        try db.run(
            """
            UPDATE attempts SET state = ?, outcome = ?, request_uuid = ?, call_uuid = ?, is_confirmed = ?,
                is_machine = ?, rang_at = ?, answered_at = ?, ended_at = ?, duration_s = ?, cause_code = ?,
                cause_name = ?, hangup_source = ?, cost = ?, latest_end = ?, check_at = ?, checks = ?,
                withdrawal = ?, withdraw_at = ?, withdrawn_at = ?
            WHERE id = ?
            """,
            [
                attempt.state, attempt.outcome, attempt.requestUUID, attempt.callUUID, attempt.isConfirmed,
                attempt.isMachine, attempt.rangAt, attempt.answeredAt, attempt.endedAt, attempt.durationSeconds,
                attempt.causeCode, attempt.causeName, attempt.hangupSource, attempt.cost, attempt.latestEnd,
                attempt.checkAt, attempt.checks, attempt.withdrawal, attempt.withdrawAt, attempt.withdrawnAt,
                attempt.id,
            ]
        )
        return attempt
    }
}
