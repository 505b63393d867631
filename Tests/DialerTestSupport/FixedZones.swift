package import DialerCore

/// `East` is two hours east of UTC, `West` two hours west of it. There is no other zone but UTC.
package struct FixedZones: TimeZones {
    package init() {}

    package func zone(_ name: String) -> TimeZoneRules? {
        switch name {
        case "East": TimeZoneRules(fixedOffset: 7200)
        case "West": TimeZoneRules(fixedOffset: -7200)
        case "UTC": TimeZoneRules(fixedOffset: 0)
        default: nil
        }
    }
}
