package import DialerCore
import GRDB

/// Calls that are to be withdrawn from Plivo's queue before they ring.
extension StoreTransaction {
    private static let isWithdrawable = "check_at IS NOT NULL AND state IN ('dialing', 'queued', 'in_doubt')"

    /// Marks all calls of a campaign that have not begun to ring. Calls that are withdrawn because of the do-not-call
    /// list stay so.
    ///
    /// - Returns: the number of marked calls.
    package func withdrawCalls(of campaign: CampaignID, as withdrawal: Withdrawal, at now: WallTime) throws -> Int {
        try db.run(
            """
            UPDATE attempts SET withdrawal = ?, withdraw_at = ?
            WHERE \(Self.isWithdrawable) AND campaign_id = ? AND withdrawal IS NOT 'suppressed'
            """,
            [withdrawal, now, campaign]
        )
    }

    /// Marks all calls to numbers on the do-not-call list that have not begun to ring.
    ///
    /// - Returns: the number of newly marked calls.
    func withdrawSuppressedCalls(at now: WallTime) throws -> Int {
        try db.run(
            """
            UPDATE attempts SET withdrawal = 'suppressed', withdraw_at = ?
            WHERE \(Self.isWithdrawable) AND withdrawal IS NOT 'suppressed'
                AND EXISTS (SELECT 1 FROM do_not_call WHERE do_not_call.destination = attempts.destination)
            """,
            [now]
        )
    }

    /// Stops the withdrawal of a campaign's calls after a pause. If Plivo has just been asked to withdraw one of them
    /// and does so, the contact is pending again, as the pause wanted.
    func stopWithdrawingCalls(of campaign: CampaignID) throws {
        try db.run(
            """
            UPDATE attempts SET withdraw_at = NULL
            WHERE \(Self.isWithdrawable) AND campaign_id = ? AND withdrawal = 'pending'
            """,
            [campaign]
        )
    }

    /// Queued calls that Plivo can now be asked to withdraw, those that have waited longest first.
    package func attemptsToWithdraw(at now: WallTime, limit: Int) throws -> [Attempt] {
        try db.records(
            """
            SELECT * FROM attempts WHERE withdraw_at <= ? AND state = 'queued' AND request_uuid IS NOT NULL
            ORDER BY withdraw_at LIMIT ?
            """,
            [now, limit]
        )
    }
}
