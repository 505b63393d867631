/// The zones whose wall clocks count for one number.
package struct CallingZones: Hashable, Sendable {
    /// IANA names; none if nobody knows where the number lies.
    package let names: [String]
    /// The rules of each.
    package let rules: [TimeZoneRules]

    /// - Parameter recipient: names of the zones in which the number may lie; none if that is not known.
    package init(of recipient: [String], _ settings: CampaignSettings, in timeZones: any TimeZones) {
        let wanted = settings.zones(of: recipient)
        let found = wanted.compactMap(timeZones.zone)
        // A zone without rules is one of which nothing is known.
        let isKnown = found.count == wanted.count
        names = isKnown ? wanted : []
        rules = isKnown ? found : []
    }
}
