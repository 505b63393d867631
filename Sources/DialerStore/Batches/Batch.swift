package import DialerCore
import GRDB

/// The state of one make-call request. The raw value is the name in the schema.
package enum BatchState: String, DatabaseValueConvertible, Hashable, Sendable {
    /// The intent is on disk, and the request may have left. There is no answer yet.
    case sent
    case accepted
    case refused
    /// Plivo may or may not have accepted the request.
    case unclear
}

/// One make-call request.
package struct Batch: Hashable, Sendable {
    package var id: BatchID
    package var campaign: CampaignID
    /// The unguessable part of the request's callback URLs.
    package var token: String
    package var callerID: String
    package var overrides: OverridesID?
    package var size: Int
    package var state: BatchState
    package var createdAt: WallTime
    /// When Plivo's queued and live lists were last read without an unknown call of the batch, after all its calls must
    /// have ended; nil: not yet.
    package var unlistedAt: WallTime?
    /// The wall clock stepped while the batch was open, or had stepped far before. Times prove nothing about its calls.
    package var isClockSuspect: Bool
}

extension Batch: StoredRecord {
    init(_ row: Row) {
        self.init(
            id: row["id"],
            campaign: row["campaign_id"],
            token: row["token"],
            callerID: row["caller_id"],
            overrides: row["overrides_id"],
            size: row["size"],
            state: row["state"],
            createdAt: row["created_at"],
            unlistedAt: row["unlisted_at"],
            isClockSuspect: row["is_clock_suspect"]
        )
    }
}

extension StoreTransaction {
    package func batch(_ id: BatchID) throws -> Batch? {
        try db.record("SELECT * FROM batches WHERE id = ?", [id])
    }

    package func batch(token: String) throws -> Batch? {
        try db.record("SELECT * FROM batches WHERE token = ?", [token])
    }

    /// Requests without an answer in the database, the oldest first.
    package func unansweredBatches() throws -> [Batch] {
        try db.records("SELECT * FROM batches WHERE state = 'sent' ORDER BY id")
    }

    /// Writes the intent of a request, before it leaves.
    package func insertBatch(
        campaign: CampaignID,
        token: String,
        callerID: String,
        overrides: OverridesID?,
        size: Int,
        isClockSuspect: Bool,
        at now: WallTime
    ) throws -> BatchID {
        try db.run(
            """
            INSERT INTO batches (campaign_id, token, caller_id, overrides_id, size, state, created_at, is_clock_suspect)
            VALUES (?, ?, ?, ?, ?, 'sent', ?, ?)
            """,
            [campaign, token, callerID, overrides, size, now, isClockSuspect]
        )
        return BatchID(db.lastInsertedRowID)
    }

    /// Writes the answer to a request.
    ///
    /// - Parameter answer: a sentence for people; nil if the request was accepted without anything to add.
    package func answer(_ batch: BatchID, as state: BatchState, answer: String?, at now: WallTime) throws {
        try db.run(
            "UPDATE batches SET state = ?, answer = ?, answered_at = ? WHERE id = ?",
            [state, answer, now, batch]
        )
    }

    package func overrides(_ id: OverridesID?) throws -> CallArguments {
        let text: String? = try db.value("SELECT arguments FROM overrides WHERE id = ?", [id])
        return try text.map { try JSONColumn.value(CallArguments.self, from: $0) } ?? [:]
    }
}
