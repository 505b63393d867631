/// The zones whose wall clocks decide when one number may be called.
package struct CallingZones: Hashable, Sendable {
    /// IANA names; empty if the number's zone is unknown.
    package let names: [String]
    /// The rules of each name, in the same order.
    package let rules: [TimeZoneRules]

    package init(names: [String], rules: [TimeZoneRules]) {
        self.names = names
        self.rules = rules
    }

    /// - Parameter recipient: names of the zones in which the number may lie; empty if they are unknown.
    package init(of recipient: [String], _ settings: CampaignSettings, in timeZones: any TimeZones) {
        let wanted = settings.zones(of: recipient)
        let found = wanted.compactMap(timeZones.zone)
        // If the rules of one zone are missing, the closing time is unknown, so all zones count as unknown.
        let isKnown = found.count == wanted.count
        names = isKnown ? wanted : []
        rules = isKnown ? found : []
    }
}
