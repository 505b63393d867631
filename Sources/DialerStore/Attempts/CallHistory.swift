package import DialerCore
import GRDB

/// What has been made of calls, across batches and campaigns.
enum CallHistory {
    /// Not proven never to have been a call, not refused by Plivo's API for this destination, not taken back before it rang.
    private static let counts = """
        state <> 'not_placed' AND NOT (outcome IS 'rejected' AND cause_code IS NULL)
            AND NOT (withdrawal IS NOT NULL AND cause_code IS \(HangupCause.canceled) AND rang_at IS NULL
                AND answered_at IS NULL)
        """

    /// When calls to a number were made that count for attempt limits, by whichever campaign, the latest first.
    static func calls(
        to destination: Destination,
        after instant: WallTime,
        limit: Int,
        _ db: Database
    ) throws -> [WallTime] {
        try WallTime.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT created_at FROM attempts WHERE destination = ? AND created_at > ? AND \(counts)
                    ORDER BY created_at DESC LIMIT ?
                    """
            ),
            arguments: [destination, instant, limit]
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
    /// When `limit` lets the number be called again; nil: now.
    package func end(of limit: AttemptLimit, on destination: Destination, at now: WallTime) throws -> WallTime? {
        let calls = try CallHistory.calls(to: destination, after: now - limit.within, limit: limit.max, db)
        return limit.end(after: calls, at: now)
    }

    /// How many calls began to ring after they were wanted back, at `instant`.
    package func callsThatRang(of campaign: CampaignID, after instant: WallTime) throws -> Int {
        try CallHistory.callsThatRang(of: campaign, after: instant, db)
    }
}
