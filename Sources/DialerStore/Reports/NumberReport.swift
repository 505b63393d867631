package import DialerCore

/// All that is known of one number (`dialerd explain`).
package struct NumberReport: Hashable, Sendable {
    package var destination: Destination
    /// Without it nobody is called, whatever the rules allow.
    package var isDaemonRunning: Bool
    /// Nil: it is not on the list.
    package var doNotCall: DoNotCallEntry?
    /// In the order of import; those whose file is still being read have no contacts that anybody sees.
    package var contacts: [ContactReport]
    /// When campaigns that are archived called it, as far as attempt limits reach back; the latest first.
    package var archivedCalls: [WallTime]
    /// Campaigns that ended until then may be archived: who was in one of them and not called is not known any more. Nil: none is.
    package var archivedUntil: WallTime?

    /// It is in no campaign, and not on the list.
    package var isEmpty: Bool { doNotCall == nil && contacts.isEmpty && archivedCalls.isEmpty }
}

/// What has become of a number in one campaign, and what will.
package struct ContactReport: Hashable, Sendable {
    package var campaign: String
    package var campaignState: CampaignState
    /// Why the campaign is not dialling, as `status` has it.
    package var campaignReason: String?
    package var fileName: String
    package var importedAt: WallTime
    /// The line of the file where its row begins.
    package var row: Int
    package var typed: String
    package var state: ContactState
    package var outcome: Outcome?
    /// Calls that count against `mostAttempts`.
    package var attemptCount: Int
    /// `retry.max_attempts`.
    package var mostAttempts: Int
    package var cost: Cost
    package var zones: CallingZones
    package var attempts: [AttemptReport]
    package var forecast: CallForecast
}

/// One attempt to call, and the request it was part of.
package struct AttemptReport: Hashable, Sendable {
    package var attempt: Attempt
    package var callerID: String
    /// What Plivo answered to the request, in words; nil when it simply accepted it, or has not answered.
    package var answer: String?
}

extension AttemptReport {
    /// It waits in Plivo's queue, or may wait there, and is being taken back.
    package var isBeingWithdrawn: Bool {
        [.dialing, .queued, .inDoubt].contains(attempt.state)
            && (attempt.withdrawAt != nil || attempt.withdrawnAt != nil)
    }
}
