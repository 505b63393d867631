/// A campaign for an estimate: the calls to be made in each set of zones, and the campaign's limits.
package struct PlannedCampaign: Sendable {
    /// Contacts that may be called at the same times.
    package struct Group: Sendable {
        /// In the form that ``CallingHours/closing(at:in:)`` takes.
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
    /// The lower one of the campaign's own rate and the sum of its caller IDs' rates. Nil: only the account's rate
    /// counts.
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
