extension CallingHours {
    /// Whether it matters in which zone a number lies: not if the settings name a zone, nor if it is open at any hour.
    package var dependsOnRecipient: Bool { zone == nil && !isAlwaysOpen }

    /// No wall clock ever shows a closed minute.
    var isAlwaysOpen: Bool {
        // A week from a Monday's midnight is every week.
        let monday = 4 * WallClockHours.day
        return skipDates.isEmpty && wallClock.closing(from: monday, before: monday + 7 * WallClockHours.day) == nil
    }

    /// When the first of the zones closes.
    ///
    /// - Parameter zones: those in which a number may lie, or the one that ``zone`` names; at least one, unless it is
    ///   open at any hour.
    /// - Returns: nil if one of them is closed at `instant`, or none is given; `.distantFuture` if none closes within
    ///   400 days.
    package func closing(at instant: WallTime, in zones: [TimeZoneRules]) -> WallTime? {
        if isAlwaysOpen { return .distantFuture }
        guard !zones.isEmpty else { return nil }
        let wallClock = wallClock
        let horizon = instant + WallClockHours.horizon
        var earliest: WallTime?
        for zone in zones {
            guard let closing = wallClock.closing(from: instant, before: earliest ?? horizon, in: zone) else {
                continue
            }
            guard closing > instant else { return nil }
            earliest = closing
        }
        return earliest ?? .distantFuture
    }

    /// The first instant, `instant` included, at which all of the zones are open.
    ///
    /// - Parameter zones: as for ``closing(at:in:)``.
    /// - Returns: nil if there is none within 400 days, or no zone is given.
    package func opening(from instant: WallTime, in zones: [TimeZoneRules]) -> WallTime? {
        if isAlwaysOpen { return instant }
        guard !zones.isEmpty else { return nil }
        let wallClock = wallClock
        let horizon = instant + WallClockHours.horizon
        var candidate = instant
        var agreeing = 0
        var index = 0
        // Round and round: where one zone opens later, the others are asked again from then on.
        while agreeing < zones.count {
            guard let opening = wallClock.opening(from: candidate, before: horizon, in: zones[index]) else {
                return nil
            }
            agreeing = opening == candidate ? agreeing + 1 : 1
            candidate = opening
            index = (index + 1) % zones.count
        }
        return candidate
    }

    private var wallClock: WallClockHours { WallClockHours(days: days, skipDates: skipDates) }
}
