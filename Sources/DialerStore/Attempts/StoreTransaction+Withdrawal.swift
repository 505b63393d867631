package import DialerCore
import GRDB

/// Calls that are to be taken back before they ring.
extension StoreTransaction {
    private static let isWithdrawable = "check_at IS NOT NULL AND state IN ('dialing', 'queued', 'in_doubt')"

    /// Wants every call of a campaign back that has not begun to ring.
    ///
    /// - Returns: how many there are.
    package func withdrawCalls(of campaign: CampaignID, as withdrawal: Withdrawal, at now: WallTime) throws -> Int {
        try run(
            """
            UPDATE attempts SET withdrawal = ?, withdraw_at = ?
            WHERE \(Self.isWithdrawable) AND campaign_id = ? AND withdrawal IS NOT 'suppressed'
            """,
            [withdrawal, now, campaign]
        )
        return db.changesCount
    }

    /// Wants every call back that goes to a number of the do-not-call list.
    ///
    /// - Returns: how many there are.
    package func withdrawSuppressedCalls(at now: WallTime) throws -> Int {
        try run(
            """
            UPDATE attempts SET withdrawal = 'suppressed', withdraw_at = ?
            WHERE \(Self.isWithdrawable) AND withdrawal IS NOT 'suppressed'
                AND EXISTS (SELECT 1 FROM do_not_call WHERE do_not_call.destination = attempts.destination)
            """,
            [now]
        )
        return db.changesCount
    }

    /// What is not asked back yet goes its way after all.
    package func keepCalls(of campaign: CampaignID) throws {
        try run(
            """
            UPDATE attempts SET withdrawal = NULL, withdraw_at = NULL
            WHERE \(Self.isWithdrawable) AND campaign_id = ? AND withdrawal = 'pending' AND withdrawn_at IS NULL
            """,
            [campaign]
        )
    }

    /// Calls that Plivo has and that it can be asked to take back now, those that have waited longest first.
    package func attemptsToWithdraw(at now: WallTime, limit: Int) throws -> [Attempt] {
        try rows(
            """
            SELECT * FROM attempts WHERE withdraw_at <= ? AND state = 'queued' AND request_uuid IS NOT NULL
            ORDER BY withdraw_at LIMIT ?
            """,
            [now, limit]
        ).map(AttemptTable.attempt)
    }

    /// How many calls of a campaign are still wanted back.
    package func callsToWithdraw(of campaign: CampaignID) throws -> Int {
        try row(
            """
            SELECT count(*) AS calls FROM attempts
            WHERE \(Self.isWithdrawable) AND campaign_id = ? AND withdrawal IS NOT NULL
            """,
            [campaign]
        )?["calls"] ?? 0
    }

    /// How many calls of a campaign began to ring, or were picked up, after `instant`.
    package func callsThatRang(of campaign: CampaignID, after instant: WallTime) throws -> Int {
        try row(
            """
            SELECT count(*) AS calls FROM attempts a JOIN batches b ON b.id = a.batch_id
            WHERE b.campaign_id = ?1 AND b.created_at >= ?2 AND coalesce(a.rang_at, a.answered_at) > ?3
            """,
            [campaign, instant - .seconds(86_400), instant]
        )?["calls"] ?? 0
    }

    /// When `limit` lets the number be called again; nil: now.
    package func end(of limit: AttemptLimit, on destination: Destination, at now: WallTime) throws -> WallTime? {
        let calls = try rows(
            """
            SELECT created_at FROM attempts
            WHERE destination = ? AND created_at > ? AND state <> 'not_placed'
                AND (outcome IS NULL OR outcome NOT IN ('cancelled', 'suppressed') OR rang_at IS NOT NULL)
            ORDER BY created_at DESC LIMIT ?
            """,
            [destination, now - limit.within, limit.max]
        )
        guard calls.count >= limit.max, let oldest = calls.last?["created_at"] as WallTime? else { return nil }
        return oldest + limit.within
    }
}
