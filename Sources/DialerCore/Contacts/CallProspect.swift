/// A contact and everything that decides whether it may be called, at one instant.
package struct CallProspect: Sendable {
    package var state: ContactState
    package var outcome: Outcome?
    /// The contact is not called before this instant.
    package var dueAt: WallTime
    /// The number of calls to the contact that count against `retry.max_attempts`.
    package var attempts: Int
    /// How the last of these calls ended; nil if there was none.
    package var lastOutcome: Outcome?
    package var isOnDoNotCallList: Bool
    package var campaign: CampaignState
    package var settings: CampaignSettings
    /// The campaign's calling hours in the contact's time zones.
    package var window: CallingWindow
    /// The times of the calls to the number, by all campaigns, that count for attempt limits, the latest first: at
    /// least as many, and from as long ago, as the limits in `settings` need.
    package var calls: [WallTime]

    package init(
        state: ContactState,
        outcome: Outcome?,
        dueAt: WallTime,
        attempts: Int,
        lastOutcome: Outcome?,
        isOnDoNotCallList: Bool,
        campaign: CampaignState,
        settings: CampaignSettings,
        window: CallingWindow,
        calls: [WallTime]
    ) {
        self.state = state
        self.outcome = outcome
        self.dueAt = dueAt
        self.attempts = attempts
        self.lastOutcome = lastOutcome
        self.isOnDoNotCallList = isOnDoNotCallList
        self.campaign = campaign
        self.settings = settings
        self.window = window
        self.calls = calls
    }
}
