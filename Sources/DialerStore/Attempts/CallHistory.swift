package import DialerCore
import GRDB

/// The calls that have been made, across batches and campaigns, including archived campaigns.
enum CallHistory {
    /// The condition for attempts that limits count: all except attempts that were proven not to be placed, that
    /// Plivo's API refused for this destination, or that were withdrawn before they rang.
    static let counts = """
        state <> 'not_placed' AND NOT (outcome IS 'rejected' AND cause_code IS NULL)
            AND NOT (withdrawal IS NOT NULL AND cause_code IS \(HangupCause.canceled) AND rang_at IS NULL
                AND answered_at IS NULL)
        """

    /// See ``StoreTransaction/calls(to:countedBy:at:)``.
    static func calls(
        to destination: Destination,
        countedBy limits: [AttemptLimit],
        at now: WallTime,
        _ db: Database
    ) throws -> [WallTime] {
        guard let period = limits.map(\.within).max(), let most = limits.map(\.max).max() else { return [] }
        return try db.values(
            """
            SELECT created_at FROM attempts WHERE destination = ?1 AND created_at > ?2 AND \(counts)
            UNION ALL
            SELECT created_at FROM past_calls WHERE destination = ?1 AND created_at > ?2
            ORDER BY created_at DESC LIMIT ?3
            """,
            [destination, now - period, most]
        )
    }

    /// When archived campaigns called a number, the latest first.
    static func archivedCalls(to destination: Destination, _ db: Database) throws -> [WallTime] {
        // The newest attempt of all is never removed, so it is not among the past calls.
        try db.values(
            """
            SELECT created_at FROM past_calls WHERE destination = ?1
            UNION ALL
            SELECT created_at FROM attempts WHERE destination = ?1 AND \(counts) AND batch_id IN (
                SELECT batches.id FROM batches JOIN campaigns ON campaigns.id = batches.campaign_id
                WHERE batches.id = attempts.batch_id AND campaigns.archived_at IS NOT NULL)
            ORDER BY created_at DESC
            """,
            [destination]
        )
    }

    /// See ``StoreTransaction/callsThatRang(of:after:)``. If the ring callback of a call was lost, its answer or its
    /// end counts.
    static func callsThatRang(of campaign: CampaignID, after instant: WallTime, _ db: Database) throws -> Int {
        try db.value(
            """
            SELECT count(*) FROM attempts WHERE campaign_id = ? AND withdrawal IS NOT NULL
                AND coalesce(rang_at, answered_at, CASE WHEN outcome IN ('no_answer', 'machine') THEN ended_at END) > ?
            """,
            [campaign, instant]
        ) ?? 0
    }
}

extension StoreTransaction {
    /// When a number was called, by any campaign, the latest first: as many calls as `limits` can count. Without limits
    /// nothing is read.
    package func calls(to destination: Destination, countedBy limits: [AttemptLimit], at now: WallTime) throws
        -> [WallTime]
    {
        try CallHistory.calls(to: destination, countedBy: limits, at: now, db)
    }

    /// Copies the calls that limits count to the past calls, before attempts of a batch are removed.
    func rememberCalls(of batch: BatchID, upTo last: AttemptID, since instant: WallTime) throws {
        if Mutant.pastCallsForgotten.isActive { return }
        try db.run(
            """
            INSERT INTO past_calls (destination, created_at, attempt_id)
            SELECT destination, created_at, id FROM attempts
            WHERE batch_id = ? AND id <= ? AND created_at > ? AND \(CallHistory.counts)
            """,
            [batch, last, instant]
        )
    }

    /// - Returns: the number of removed calls.
    func forgetPastCalls(before instant: WallTime, limit: Int) throws -> Int {
        try db.run(
            """
            DELETE FROM past_calls WHERE (destination, created_at, attempt_id) IN (
                SELECT destination, created_at, attempt_id FROM past_calls WHERE created_at <= ?
                ORDER BY created_at LIMIT ?)
            """,
            [instant, limit]
        )
    }

    /// The number of a campaign's calls that began to ring after `instant`, although they were to be withdrawn.
    package func callsThatRang(of campaign: CampaignID, after instant: WallTime) throws -> Int {
        try CallHistory.callsThatRang(of: campaign, after: instant, db)
    }
}
