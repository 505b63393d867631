import DialerCore
import DialerStore

/// The calling windows of each campaign in each zone, kept while they hold, because computing a window is expensive.
struct WindowCache {

    private struct CampaignWindows {
        var hours: CallingHours
        var defaultTimezone: String?
        var byZone: [ZoneID: CallingWindow] = [:]

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
    /// - Parameter compute: called if the window is not in the cache, or does not hold any more.
    mutating func window(
        _ zone: ZoneID,
        _ campaign: Campaign,
        at now: WallTime,
        compute: () throws -> CallingWindow
    ) rethrows -> CallingWindow {
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
