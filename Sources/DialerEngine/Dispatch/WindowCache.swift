import DialerCore
import DialerStore

/// What calling hours come to, zone by zone, for as long as the answer holds: computing a window costs far more than
/// looking at it.
struct WindowCache {
    /// The window of one set of zones.
    struct Window {
        /// The zones in which it is computed.
        var zones: CallingZones
        /// From here on the rest holds.
        var since: WallTime
        /// Nil: closed.
        var closing: WallTime?
        /// When it opens, if it is closed; nil: never, as far as can be computed.
        var opening: WallTime?

        func holds(at now: WallTime) -> Bool {
            since <= now && now < (closing ?? opening ?? since + EnginePolicy.closedWindowRecheck)
        }
    }

    private struct CampaignWindows {
        var hours: CallingHours
        var defaultTimezone: String?
        var byZone: [ZoneID: Window] = [:]

        init(_ settings: CampaignSettings) {
            hours = settings.callingHours
            defaultTimezone = settings.defaultTimezone
        }

        func isOf(_ settings: CampaignSettings) -> Bool {
            hours == settings.callingHours && defaultTimezone == settings.defaultTimezone
        }
    }

    private var campaigns: [CampaignID: CampaignWindows] = [:]

    /// The window of a zone for a campaign with these settings.
    ///
    /// - Parameter compute: called where the window is not known, or does not hold any more.
    mutating func window(
        _ zone: ZoneID,
        _ campaign: Campaign,
        at now: WallTime,
        compute: () throws -> Window
    ) rethrows -> Window {
        let settings = campaign.settings
        var known = campaigns[campaign.id] ?? CampaignWindows(settings)
        if !known.isOf(settings) { known = CampaignWindows(settings) }
        if let window = known.byZone[zone], window.holds(at: now) { return window }
        let window = try compute()
        known.byZone[zone] = window
        campaigns[campaign.id] = known
        return window
    }

    mutating func forget(_ campaign: CampaignID) { campaigns[campaign] = nil }
}
