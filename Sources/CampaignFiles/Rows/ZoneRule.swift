package import DialerCore

/// In which time zones a row's number lies: its `timezone` column says so, else the number does.
package struct ZoneRule: Sendable {
    private let timeZones: (any TimeZones)?
    /// Nobody can tell when a number without a zone may be called.
    private let isZoneNeeded: Bool

    /// - Parameter timeZones: where the names in the file are looked up.
    package init(_ settings: CampaignSettings, timeZones: any TimeZones) {
        self.timeZones = timeZones
        isZoneNeeded = settings.callingHours.dependsOnRecipient && settings.defaultTimezone == nil
    }

    private init() {
        timeZones = nil
        isZoneNeeded = false
    }

    /// For a file that is only read: zones count for nothing.
    package static let none = ZoneRule()

    /// Why a row has no zone: a sentence without its full stop.
    struct Problem: Error, Hashable {
        var reason: String
        /// In the `timezone` column; else the number is to blame.
        var isTyped: Bool
    }

    /// - Parameter typed: what the `timezone` column has; empty without one.
    /// - Returns: none only if the campaign has a zone for such numbers, or needs none.
    func zones(of destination: Destination, typed: String) throws(Problem) -> [String] {
        guard let timeZones else { return [] }
        let name = typed.trimmed
        if !name.isEmpty {
            guard timeZones.zone(name) == nil else { return [name] }
            let meant = Self.respelt(name).flatMap { timeZones.zone($0) == nil ? nil : $0 }
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

    /// `america/new york` as the tables spell it; nil for what is no `Area/Place`.
    private static func respelt(_ name: String) -> String? {
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
