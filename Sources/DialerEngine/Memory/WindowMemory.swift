import DialerCore
import DialerStore

/// What calling hours come to, zone by zone, for as long as the answer holds.
struct WindowMemory {
    typealias Window = CallingWindow

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
