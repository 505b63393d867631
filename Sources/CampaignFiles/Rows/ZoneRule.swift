package import DialerCore

/// Finds the time zones of a row: from its `timezone` column, otherwise from the number (docs/csv.md, "Time zones").
package struct ZoneRule: Sendable {
    private let timeZones: (any TimeZones)?
    /// Whether a number without a time zone is a reject: the calling hours depend on it, and there is no default.
    private let isZoneNeeded: Bool

    /// - Parameter timeZones: the known time zones.
    package init(_ settings: CampaignSettings, timeZones: any TimeZones) {
        self.timeZones = timeZones
        isZoneNeeded = settings.callingHours.dependsOnRecipient && settings.defaultTimezone == nil
    }

    private init() {
        timeZones = nil
        isZoneNeeded = false
    }

    /// For files that are not dialed, such as those of `dnc import`: their rows get no time zones.
    package static let none = ZoneRule()

    /// Why a row is a reject.
    struct Problem: Error, Hashable {
        /// A sentence without its full stop.
        var reason: String
        /// Whether the problem is in the `timezone` column, and not in the number.
        var isTyped: Bool
    }

    /// - Parameter typed: the value of the `timezone` column; empty without a value.
    /// - Returns: the IANA names; empty only if the campaign has a default for numbers without a zone, or needs no
    ///   zones.
    func zones(of destination: Destination, typed: String) throws(Problem) -> [String] {
        guard let timeZones else { return [] }
        let name = typed.trimmed
        if !name.isEmpty {
            guard timeZones.zone(name) == nil else { return [name] }
            let meant = Self.respelled(name).flatMap { timeZones.zone($0) == nil ? nil : $0 }
            let example = meant.map { "is \($0) meant?" } ?? "write it as in America/New_York"
            throw Problem(reason: "timezone is no IANA time zone that is known here: \(example)", isTyped: true)
        }
        let zones = destination.timeZones
        guard zones.isEmpty, isZoneNeeded else { return zones }
        let reason =
            "the time zone of the number is not known, and calling_hours go by it:"
            + " set default_timezone in the settings, or give the row a timezone"
        throw Problem(reason: reason, isTyped: false)
    }

    /// `america/new york` in the spelling of tzdata, `America/New_York`; nil for a name that is not `Area/Place`.
    private static func respelled(_ name: String) -> String? {
        guard name.utf8.contains(UInt8(ascii: "/")) else { return nil }
        var bytes: [UInt8] = []
        var isInWord = false
        for byte in name.utf8 {
            let isLetter = (0x61...0x7A).contains(byte | 0x20)
            if isLetter {
                bytes.append(isInWord ? byte | 0x20 : byte & ~0x20)
            } else {
                bytes.append(byte == UInt8(ascii: " ") ? UInt8(ascii: "_") : byte)
            }
            isInWord = isLetter
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
