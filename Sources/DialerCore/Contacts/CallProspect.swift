/// A contact and all that decides whether it may be called, as it is at one instant.
package struct CallProspect: Sendable {
    package var state: ContactState
    package var outcome: Outcome?
    /// Not to be called before.
    package var dueAt: WallTime
    /// Calls made to it that count against `retry.max_attempts`.
    package var attempts: Int
    /// How the last of them ended; nil if there was none.
    package var lastOutcome: Outcome?
    package var isOnDoNotCallList: Bool
    package var campaign: CampaignState
    package var settings: CampaignSettings
    /// Of its zones, by the campaign's calling hours.
    package var window: CallingWindow
    /// When calls to its number were made that count for attempt limits, by every campaign, the latest first: at least as
    /// many, and from as far back, as the limits in `settings` ask for.
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
