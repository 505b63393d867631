package import DialerCore
import GRDB

/// One call to one contact, in one request.
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
    /// The uuid is no guess by its place in the answer any more.
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
    /// The latest moment at which the call can have ended.
    package var latestEnd: WallTime
    /// When its CDR is looked up next; nil once it has ended.
    package var checkAt: WallTime?
    package var checks: Int
    /// What its contact becomes if the call can be withdrawn before it rings; nil: the call takes its course.
    package var withdrawal: Withdrawal?
    /// When Plivo is asked next to withdraw the call; nil: it is not asked.
    package var withdrawAt: WallTime?
    /// When Plivo confirmed the DELETE.
    package var withdrawnAt: WallTime?

    /// Its end was assumed: neither a callback nor a record has told it.
    package var isEndAssumed: Bool { state == .ended && endedAt == nil }

    /// Ends the attempt: its record is not looked up any more, and Plivo is not asked to withdraw it.
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

enum AttemptTable {
    static func attempt(_ row: Row) -> Attempt {
        Attempt(
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
        try row("SELECT * FROM attempts WHERE id = ?", [id]).map(AttemptTable.attempt)
    }

    /// The attempt of a batch whose uuid a callback or a record has confirmed to be this one.
    package func attempt(in batch: BatchID, confirmedAs uuid: CallUUID) throws -> Attempt? {
        try row("SELECT * FROM attempts WHERE request_uuid = ? AND batch_id = ? AND is_confirmed", [uuid, batch])
            .map(AttemptTable.attempt)
    }

    package func attempt(in batch: BatchID, to destination: Destination) throws -> Attempt? {
        try row("SELECT * FROM attempts WHERE batch_id = ? AND destination = ?", [batch, destination])
            .map(AttemptTable.attempt)
    }

    /// In the order in which the request named them.
    package func attempts(in batch: BatchID) throws -> [Attempt] {
        try rows("SELECT * FROM attempts WHERE batch_id = ? ORDER BY id", [batch]).map(AttemptTable.attempt)
    }

    /// The contact's last attempt that may have been a call.
    package func lastPlacedAttempt(of contact: ContactID) throws -> AttemptID? {
        try row(
            "SELECT max(id) AS id FROM attempts WHERE contact_id = ? AND state <> 'not_placed'",
            [contact]
        ).flatMap { $0["id"] }
    }

    /// Whether the contact has been claimed again after this attempt.
    package func hasLaterAttempt(than attempt: Attempt) throws -> Bool {
        try row("SELECT 1 FROM attempts WHERE contact_id = ? AND id > ? LIMIT 1", [attempt.contact, attempt.id]) != nil
    }

    /// Calls with a known uuid whose end is overdue at `now`, the longest overdue first.
    package func attemptsToCheck(at now: WallTime, limit: Int) throws -> [Attempt] {
        try rows(
            """
            SELECT * FROM attempts WHERE check_at <= ? AND request_uuid IS NOT NULL ORDER BY check_at LIMIT ?
            """,
            [now, limit]
        ).map(AttemptTable.attempt)
    }

    /// Calls that have been handed over and have not begun to ring, of batches from `first` on.
    package func callsWaitingToRing(from first: BatchID) throws -> Int {
        try Int.fetchOne(
            db.cachedStatement(
                sql: "SELECT count(*) FROM attempts WHERE batch_id >= ? AND state IN ('dialing', 'queued')"
            ),
            arguments: [first]
        ) ?? 0
    }

    /// Calls of batches from `first` on of which nobody knows whether Plivo has them: they may wait in its queue.
    package func doubtfulCalls(from first: BatchID) throws -> Int {
        // The plus keeps SQLite from walking all attempts there ever were.
        try row(
            """
            SELECT count(*) AS calls FROM attempts
            WHERE \(Self.isUnidentified) AND state = 'in_doubt' AND +batch_id >= ?
            """,
            [first]
        )?["calls"] ?? 0
    }

    package func insertAttempt(
        for contact: Contact,
        in batch: BatchID,
        at now: WallTime,
        latestEnd: WallTime,
        checkAt: WallTime
    ) throws -> AttemptID {
        try run(
            """
            INSERT INTO attempts (contact_id, campaign_id, batch_id, destination, state, created_at, latest_end, check_at)
            VALUES (?, ?, ?, ?, 'dialing', ?, ?, ?)
            """,
            [contact.id, contact.campaign, batch, contact.destination, now, latestEnd, checkAt]
        )
        return AttemptID(db.lastInsertedRowID)
    }

    /// The one place where an attempt changes by itself.
    ///
    /// - Parameter old: the attempt as it was read in this transaction.
    /// - Returns: the attempt as it is now.
    @discardableResult
    package func update(_ old: Attempt, _ change: (inout Attempt) throws -> Void) throws -> Attempt {
        var attempt = old
        try change(&attempt)
        guard attempt != old else { return old }
        try run(
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
