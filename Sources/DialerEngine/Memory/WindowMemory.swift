import DialerCore
import DialerStore

/// What calling hours come to, zone by zone, for as long as the answer holds: reckoning a window costs far more than
/// looking at it.
struct WindowMemory {
    /// Of one set of zones.
    struct Window {
        /// Where it is reckoned.
        var zones: CallingZones
        /// From here on the rest holds.
        var since: WallTime
        /// Nil: closed.
        var closing: WallTime?
        /// When it opens, if it is closed; nil: never, as far as one can see.
        var opening: WallTime?

        func holds(at now: WallTime) -> Bool {
            // Whoever sees no opening looks again now and then: zone rules and clocks change.
            since <= now && now < (closing ?? opening ?? since + .seconds(3600))
        }
    }

    private struct CampaignWindows {
        var hours: CallingHours
        var defaultTimezone: String?
        var byZone: [ZoneID: Window] = [:]
    }

    private var campaigns: [CampaignID: CampaignWindows] = [:]

    /// The window of a zone for a campaign with these settings.
    ///
    /// - Parameter make: reckons it where it is not known, or not any more.
    mutating func window(
        _ zone: ZoneID,
        _ campaign: Campaign,
        at now: WallTime,
        make: () throws -> Window
    ) rethrows -> Window {
        let settings = campaign.settings
        var known =
            campaigns[campaign.id]
            ?? CampaignWindows(hours: settings.callingHours, defaultTimezone: settings.defaultTimezone)
        if known.hours != settings.callingHours || known.defaultTimezone != settings.defaultTimezone {
            known = CampaignWindows(hours: settings.callingHours, defaultTimezone: settings.defaultTimezone)
        }
        if let window = known.byZone[zone], window.holds(at: now) { return window }
        let window = try make()
        known.byZone[zone] = window
        campaigns[campaign.id] = known
        return window
    }

    mutating func forget(_ campaign: CampaignID) { campaigns[campaign] = nil }
}
