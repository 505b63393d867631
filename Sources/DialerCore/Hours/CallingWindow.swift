/// Whether calling hours are open in one set of time zones, and until when. The value is cached, because computing it
/// is expensive.
package struct CallingWindow: Hashable, Sendable {
    package let zones: CallingZones
    /// When the value was computed.
    private let since: WallTime
    /// When the window closes; nil: it is closed. `.distantFuture`: it does not close within 400 days.
    package let closing: WallTime?
    /// The first instant from `since` on at which the window is open; nil: none within 400 days.
    package let opening: WallTime?

    package init(_ hours: CallingHours, in zones: CallingZones, at now: WallTime) {
        self.zones = zones
        since = now
        closing = hours.closing(at: now, in: zones.rules)
        opening = hours.opening(from: now, in: zones.rules)
    }

    /// Whether the value is still true: until the window closes or opens, or for an hour if it never opens, because
    /// zone rules and clocks change.
    package func holds(at now: WallTime) -> Bool {
        since <= now && now < (closing ?? opening ?? since + .seconds(3600))
    }

    var neverOpens: Bool { closing == nil && opening == nil }

    /// What keeps contacts of these zones from being called while the value holds; nil if the window is open.
    package var block: CallBlock? {
        if closing != nil { return nil }
        if zones.rules.isEmpty { return .zoneUnknown }
        return opening.map { .closed(until: $0) } ?? .neverOpen
    }
}
