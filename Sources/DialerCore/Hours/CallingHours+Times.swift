extension CallingHours {
    /// Whether the hours depend on the number's zone. They do not if the settings name a zone or the hours are always
    /// open.
    package var dependsOnRecipient: Bool { zone == nil && !isAlwaysOpen }

    /// Whether every minute of every day is open.
    var isAlwaysOpen: Bool {
        // One week from a Monday's midnight (1970-01-05) stands for every week.
        let monday = 4 * WallClockHours.day
        return skipDates.isEmpty && wallClock.closing(from: monday, before: monday + 7 * WallClockHours.day) == nil
    }

    /// The instant at which the first of the zones closes.
    ///
    /// - Parameter zones: the zones in which a number may lie, or the zone of ``zone``. They may be empty only if the
    ///   hours are always open.
    /// - Returns: nil if a zone is closed at `instant`, or if no zone is given; `.distantFuture` if none closes within
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

    /// The first instant, from `instant` on, at which all of the zones are open.
    ///
    /// - Parameter zones: as for ``closing(at:in:)``.
    /// - Returns: nil if there is none within 400 days, or if no zone is given.
    package func opening(from instant: WallTime, in zones: [TimeZoneRules]) -> WallTime? {
        if isAlwaysOpen { return instant }
        guard !zones.isEmpty else { return nil }
        let wallClock = wallClock
        let horizon = instant + WallClockHours.horizon
        var candidate = instant
        var agreeing = 0
        var index = 0
        // The zones are asked in turn. If one zone opens later, the others are asked again from that instant.
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
