import DialerCore

extension CallProspect {
    /// A Monday, 10:00 in `UTC`, noon in `East`, 08:00 in `West`.
    static let sampleTime = WallTime.at("2026-11-23T10:00:00Z")

    /// A contact of a running campaign, with calling hours from 09:00 to 20:00, that may be called at ``sampleTime``.
    static func sample(
        _ state: ContactState = .pending,
        outcome: Outcome? = nil,
        zones: [String] = ["UTC"],
        calls: [WallTime] = [],
        change: (inout CallProspect) -> Void = { _ in }
    ) -> CallProspect {
        var settings = CampaignSettings(callerIDs: ["14155550100"], arguments: [:])
        settings.callingHours = .everyDay(DayWindow(opens: 9 * 60, closes: 20 * 60))
        var prospect = CallProspect(
            state: state,
            outcome: outcome,
            dueAt: .epoch,
            attempts: 0,
            lastOutcome: nil,
            isOnDoNotCallList: false,
            campaign: .running,
            settings: settings,
            window: window(settings, zones),
            calls: calls
        )
        change(&prospect)
        prospect.window = window(prospect.settings, zones)
        return prospect
    }

    private static func window(_ settings: CampaignSettings, _ zones: [String]) -> CallingWindow {
        let zones = CallingZones(of: zones, settings, in: FarZones())
        return CallingWindow(settings.callingHours, in: zones, at: sampleTime)
    }
}

/// `East` is two hours east of UTC, `West` two hours west of it.
private struct FarZones: TimeZones {
    func zone(_ name: String) -> TimeZoneRules? {
        switch name {
        case "East": TimeZoneRules(fixedOffset: 7200)
        case "West": TimeZoneRules(fixedOffset: -7200)
        case "UTC": TimeZoneRules(fixedOffset: 0)
        default: nil
        }
    }
}
