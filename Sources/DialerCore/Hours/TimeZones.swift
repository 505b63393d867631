/// Where the rules of time zones come from: the core has no tables of its own.
package protocol TimeZones: Sendable {
    /// - Parameter name: an IANA name such as `America/New_York`.
    /// - Returns: nil if there is no such zone.
    func zone(_ name: String) -> TimeZoneRules?
}

extension TimeZones {
    package func knows(_ name: String?) -> Bool { name.flatMap(zone) != nil }
}
