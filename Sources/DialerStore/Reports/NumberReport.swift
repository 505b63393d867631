package import DialerCore

/// All that is known about one number (`dialerd explain`).
package struct NumberReport: Hashable, Sendable {
    package var destination: Destination
    /// Without a running daemon no call is made, whatever the rules allow.
    package var isDaemonRunning: Bool
    /// Nil if the number is not on the do-not-call list.
    package var doNotCall: DoNotCallEntry?
    /// In the order of import, without campaigns whose import is under way.
    package var contacts: [ContactReport]
    /// When archived campaigns called the number, as far as attempt limits reach back, the latest first.
    package var archivedCalls: [WallTime]
    /// The latest end of an archived campaign; nil if none is archived. Contacts that were not called may be unknown
    /// here if their campaign ended at or before this time.
    package var archivedUntil: WallTime?

    /// Whether the number is in no campaign and not on the do-not-call list.
    package var isEmpty: Bool { doNotCall == nil && contacts.isEmpty && archivedCalls.isEmpty }
}

/// What has become of a number in one campaign, and what will.
package struct ContactReport: Hashable, Sendable {
    package var campaign: String
    package var campaignState: CampaignState
    /// Why the campaign makes no calls, as in ``CampaignStatus/reason``.
    package var campaignReason: String?
    package var fileName: String
    package var importedAt: WallTime
    /// The 1-based line of the file on which the row begins.
    package var row: Int
    /// The destination as the file has it.
    package var typed: String
    package var state: ContactState
    package var outcome: Outcome?
    /// The number of calls that count against `mostAttempts`.
    package var attemptCount: Int
    /// `retry.max_attempts`.
    package var mostAttempts: Int
    package var cost: Cost
    package var zones: CallingZones
    package var attempts: [AttemptReport]
    package var forecast: CallForecast
}

/// One attempt to call, and the request of which it was part.
package struct AttemptReport: Hashable, Sendable {
    package var attempt: Attempt
    package var callerID: String
    /// Plivo's answer to the request, as a sentence; nil if the request was accepted or not answered.
    package var answer: String?

    /// Whether the call is being withdrawn from Plivo's queue, in which it waits or may wait.
    package var isBeingWithdrawn: Bool {
        [.dialing, .queued, .inDoubt].contains(attempt.state)
            && (attempt.withdrawAt != nil || attempt.withdrawnAt != nil)
    }
}
