import Foundation

/// The time zone set in the account's console, and the formats in which the simulator writes times
/// (docs/plivo.md, "Times and time zones").
package struct AccountTimeZone: Sendable {
    /// Nil is UTC.
    private let zone: TimeZone?

    package static let utc = AccountTimeZone(zone: nil)

    private init(zone: TimeZone?) {
        self.zone = zone
    }

    /// - Parameter identifier: `UTC` or an IANA name such as `Asia/Kolkata`; the result is nil for any other text.
    package init?(identifier: String) {
        if identifier == "UTC" {
            zone = nil
        } else if identifier.contains("/"), let known = TimeZone(identifier: identifier) {
            zone = known
        } else {
            return nil
        }
    }

    /// `2024-10-22 16:41:21`, for callbacks.
    package func local(_ moment: Moment) -> String {
        CivilTime(moment, offsetSeconds: offsetSeconds(at: moment)).text()
    }

    /// `2020-12-05 18:02:32+05:30`, for CDRs.
    package func localWithOffset(_ moment: Moment) -> String {
        let offset = offsetSeconds(at: moment)
        let (hours, minutes) = (abs(offset) / 3600, abs(offset) / 60 % 60)
        return CivilTime(moment, offsetSeconds: offset).text() + (offset < 0 ? "-" : "+")
            + CivilTime.padded(hours, to: 2) + ":" + CivilTime.padded(minutes, to: 2)
    }

    /// `2024-10-22 11:10:48.129660`, always UTC: for `SessionStart` of callbacks and `session_start` of live calls.
    package static func sessionStart(_ moment: Moment) -> String {
        let civil = CivilTime(moment)
        return civil.text() + "." + CivilTime.padded(civil.microsecond, to: 6)
    }

    /// `2026-11-22T10:15:00.250Z`, for the simulator's own pages.
    package static func rfc3339(_ moment: Moment) -> String {
        let civil = CivilTime(moment)
        return civil.text(separator: "T") + "." + CivilTime.padded(civil.microsecond / 1000, to: 3) + "Z"
    }

    private func offsetSeconds(at moment: Moment) -> Int {
        guard let zone else { return 0 }
        return zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.microseconds) / 1_000_000))
    }
}
