/// The source of the rules of time zones. The core reads no files; `Settings` gives it tzdata.
package protocol TimeZones: Sendable {
    /// The rules of a zone; nil if it is unknown.
    ///
    /// - Parameter name: an IANA name such as `America/New_York`.
    func zone(_ name: String) -> TimeZoneRules?
}

extension TimeZones {
    package func knows(_ name: String?) -> Bool { name.flatMap(zone) != nil }
}
