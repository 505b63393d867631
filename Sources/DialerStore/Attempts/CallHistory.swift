package import DialerCore
import GRDB

/// What has been made of calls, across batches and campaigns, archived ones too.
enum CallHistory {
    /// Not proven never to have been a call, not refused by Plivo's API for this destination, not taken back before it rang.
    fileprivate static let counts = """
        state <> 'not_placed' AND NOT (outcome IS 'rejected' AND cause_code IS NULL)
            AND NOT (withdrawal IS NOT NULL AND cause_code IS \(HangupCause.canceled) AND rang_at IS NULL
                AND answered_at IS NULL)
        """

    /// When calls to a number were made that any of `limits` may count, by whichever campaign, the latest first.
    static func calls(
        to destination: Destination,
        countedBy limits: [AttemptLimit],
        at now: WallTime,
        _ db: Database
    ) throws -> [WallTime] {
        guard let period = limits.map(\.within).max(), let most = limits.map(\.max).max() else { return [] }
        return try WallTime.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT created_at FROM attempts WHERE destination = ?1 AND created_at > ?2 AND \(counts)
                    UNION ALL
                    SELECT created_at FROM past_calls WHERE destination = ?1 AND created_at > ?2
                    ORDER BY created_at DESC LIMIT ?3
                    """
            ),
            arguments: [destination, now - period, most]
        )
    }

    /// When calls to a number were made by campaigns that are archived, the latest first.
    static func archivedCalls(to destination: Destination, _ db: Database) throws -> [WallTime] {
        try WallTime.fetchAll(
            db,
            // The youngest attempt of all stays where it was.
            sql: """
                SELECT created_at FROM past_calls WHERE destination = ?1
                UNION ALL
                SELECT created_at FROM attempts WHERE destination = ?1 AND \(counts) AND batch_id IN (
                    SELECT batches.id FROM batches JOIN campaigns ON campaigns.id = batches.campaign_id
                    WHERE batches.id = attempts.batch_id AND campaigns.archived_at IS NOT NULL)
                ORDER BY created_at DESC
                """,
            arguments: [destination]
        )
    }

    /// How many calls of a campaign that were wanted back began to ring after `instant`; of one whose ring callback was
    /// lost, its end tells.
    static func callsThatRang(of campaign: CampaignID, after instant: WallTime, _ db: Database) throws -> Int {
        try Int.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT count(*) FROM attempts WHERE campaign_id = ? AND withdrawal IS NOT NULL
                        AND coalesce(rang_at, answered_at,
                            CASE WHEN outcome IN ('no_answer', 'machine') THEN ended_at END) > ?
                    """
            ),
            arguments: [campaign, instant]
        ) ?? 0
    }
}

extension StoreTransaction {
    /// When calls to a number were made that any of `limits` may count, by every campaign, the latest first. Without
    /// limits nothing is read.
    package func calls(to destination: Destination, countedBy limits: [AttemptLimit], at now: WallTime) throws
        -> [WallTime]
    {
        try CallHistory.calls(to: destination, countedBy: limits, at: now, db)
    }

    /// Keeps what limits count of a batch's attempts, which are about to be removed.
    func rememberCalls(of batch: BatchID, upTo last: AttemptID, since instant: WallTime) throws {
        if Mutant.pastCallsForgotten.isActive { return }
        try run(
            """
            INSERT INTO past_calls (destination, created_at, attempt_id)
            SELECT destination, created_at, id FROM attempts
            WHERE batch_id = ? AND id <= ? AND created_at > ? AND \(CallHistory.counts)
            """,
            [batch, last, instant]
        )
    }

    /// - Returns: how many were forgotten.
    func forgetPastCalls(before instant: WallTime, limit: Int) throws -> Int {
        try run(
            """
            DELETE FROM past_calls WHERE (destination, created_at, attempt_id) IN (
                SELECT destination, created_at, attempt_id FROM past_calls WHERE created_at <= ?
                ORDER BY created_at LIMIT ?)
            """,
            [instant, limit]
        )
        return db.changesCount
    }

    /// How many calls began to ring after they were wanted back, at `instant`.
    package func callsThatRang(of campaign: CampaignID, after instant: WallTime) throws -> Int {
        try CallHistory.callsThatRang(of: campaign, after: instant, db)
    }
}
