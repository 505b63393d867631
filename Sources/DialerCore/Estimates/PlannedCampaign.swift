/// A campaign as an estimate sees it: how many are to be called where, and what holds it back.
package struct PlannedCampaign: Sendable {
    /// Those who may be called at the same times.
    package struct Group: Sendable {
        /// As ``CallingHours/closing(at:in:)`` takes them.
        package var zones: [TimeZoneRules]
        package var calls: Int

        package init(zones: [TimeZoneRules], calls: Int) {
            self.zones = zones
            self.calls = calls
        }
    }

    package var groups: [Group]
    package var hours: CallingHours
    /// 1 to 9.
    package var priority: Int
    /// By the campaign's own limits; nil: the account's alone.
    package var callsPerSecond: Double?
    package var startAt: WallTime?
    package var endAt: WallTime?

    package init(_ settings: CampaignSettings, groups: [Group]) {
        self.groups = groups
        hours = settings.callingHours
        priority = settings.priority
        startAt = settings.startAt
        endAt = settings.endAt
        let callerIDs = settings.callerIDs.map { settings.callerIDRates[$0] ?? .infinity }
        let pool = callerIDs.isEmpty ? .infinity : callerIDs.reduce(0, +)
        let rate = min(pool, settings.callsPerSecond ?? .infinity)
        callsPerSecond = rate.isFinite ? rate : nil
    }
}
