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

    /// Nobody asks for these calls any more: they go their way after all. One that has just been asked for may still be
    /// taken back, and is then made another time, as was meant.
    package func keepCalls(of campaign: CampaignID) throws {
        try run(
            """
            UPDATE attempts SET withdraw_at = NULL
            WHERE \(Self.isWithdrawable) AND campaign_id = ? AND withdrawal = 'pending'
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
}
