package import DialerCore
import GRDB

/// Where one make-call request stands. The raw value is the name in the schema.
package enum BatchState: String, CaseIterable, Hashable, Sendable {
    /// The intent is on disk; the request may have left; no answer yet.
    case sent
    case accepted
    case refused
    case unclear
}

extension BatchState: DatabaseValueConvertible {}

/// One make-call request.
package struct Batch: Hashable, Sendable {
    package var id: BatchID
    package var campaign: CampaignID
    package var token: String
    package var callerID: String
    package var overrides: OverridesID?
    package var size: Int
    package var state: BatchState
    package var createdAt: WallTime
    /// Since when Plivo's lists of calls that have not ended are known to hold none of it, except those that are identified.
    package var unlistedAt: WallTime?
    /// The wall clock stepped while it was open, or had stepped far before: times can prove nothing of it.
    package var isClockSuspect: Bool
}

enum BatchTable {
    static func batch(_ row: Row) -> Batch {
        Batch(
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
        try row("SELECT * FROM batches WHERE id = ?", [id]).map(BatchTable.batch)
    }

    package func batch(token: String) throws -> Batch? {
        try row("SELECT * FROM batches WHERE token = ?", [token]).map(BatchTable.batch)
    }

    /// Requests whose answer this database has not seen.
    package func unansweredBatches() throws -> [Batch] {
        try rows("SELECT * FROM batches WHERE state = 'sent' ORDER BY id", []).map(BatchTable.batch)
    }

    package func insertBatch(
        campaign: CampaignID,
        token: String,
        callerID: String,
        overrides: OverridesID?,
        size: Int,
        isClockSuspect: Bool,
        at now: WallTime
    ) throws -> BatchID {
        try run(
            """
            INSERT INTO batches (campaign_id, token, caller_id, overrides_id, size, state, created_at, is_clock_suspect)
            VALUES (?, ?, ?, ?, ?, 'sent', ?, ?)
            """,
            [campaign, token, callerID, overrides, size, now, isClockSuspect]
        )
        return BatchID(db.lastInsertedRowID)
    }

    /// - Parameter answer: what was answered, in words for people; nil when it was simply accepted.
    package func answer(_ batch: BatchID, as state: BatchState, answer: String?, at now: WallTime) throws {
        try run(
            "UPDATE batches SET state = ?, answer = ?, answered_at = ? WHERE id = ?",
            [state, answer, now, batch]
        )
    }

    package func overrides(_ id: OverridesID?) throws -> CallArguments {
        guard let id, let row = try row("SELECT arguments FROM overrides WHERE id = ?", [id]) else { return [:] }
        return try JSONColumn.value(CallArguments.self, from: row["arguments"])
    }
}
