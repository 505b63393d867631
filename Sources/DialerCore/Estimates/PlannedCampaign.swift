/// A campaign for an estimate: its settings, and the calls to be made in each set of zones.
package struct PlannedCampaign: Sendable {
    /// Contacts that may be called at the same times.
    package typealias Group = (zones: CallingZones, calls: Int)

    package var settings: CampaignSettings
    package var groups: [Group]

    package init(_ settings: CampaignSettings, groups: [Group]) {
        self.settings = settings
        self.groups = groups
    }

    /// The lower of the campaign's own rate and the sum of its caller IDs' rates; infinite if only the account's rate
    /// counts.
    package var callsPerSecond: Double {
        let callerIDs = settings.callerIDs.map { settings.callerIDRates[$0] ?? .infinity }
        return min(callerIDs.isEmpty ? .infinity : callerIDs.reduce(0, +), settings.callsPerSecond ?? .infinity)
    }
}
