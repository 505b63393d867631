/// Calling hours on a wall clock, in any zone.
///
/// Local times are milliseconds since 1970-01-01T00:00 on that clock: an instant plus the zone's offset at that
/// instant. When clocks go forward, local times are skipped; when they go back, local times repeat. Only the time that
/// the clock shows counts.
struct WallClockHours {
    var days: [[DayWindow]]
    var skipDates: Set<CivilDate>

    /// Milliseconds.
    static let day: Int64 = 86_400_000
    private static let minute: Int64 = 60_000
    /// How far ahead an opening or a closing is searched: a year, and time for skipped dates after it.
    static let horizon = Duration.seconds(400 * 86_400)

    /// The first closed instant from `instant` on; nil if there is none before `end`.
    func closing(from instant: WallTime, before end: WallTime, in zone: TimeZoneRules) -> WallTime? {
        search(from: instant, before: end, in: zone) { closing(from: $0, before: $1) }
    }

    /// The first open instant from `instant` on; nil if there is none before `end`.
    func opening(from instant: WallTime, before end: WallTime, in zone: TimeZoneRules) -> WallTime? {
        guard days.contains(where: { !$0.isEmpty }) else { return nil }
        return search(from: instant, before: end, in: zone) { opening(from: $0, before: $1) }
    }

    /// Calls `find` for each period with a constant offset, in local times, until it returns a time.
    private func search(
        from instant: WallTime,
        before end: WallTime,
        in zone: TimeZoneRules,
        find: (_ from: Int64, _ before: Int64) -> Int64?
    ) -> WallTime? {
        var start = instant
        while start < end {
            let stop = min(zone.nextTransition(after: start) ?? end, end)
            let offset = zone.offset(at: start).milliseconds
            if let local = find(start.milliseconds + offset, stop.milliseconds + offset) {
                return WallTime(milliseconds: local - offset)
            }
            start = stop
        }
        return nil
    }

    /// The first closed local time from `local` on; nil if there is none before `limit`.
    func closing(from local: Int64, before limit: Int64) -> Int64? {
        var local = local
        // Windows that touch or overlap count as one.
        while local < limit {
            guard let end = end(ofWindowAt: local) else { return local }
            local = end
        }
        return nil
    }

    /// The first open local time from `local` on; nil if there is none before `limit`.
    private func opening(from local: Int64, before limit: Int64) -> Int64? {
        if end(ofWindowAt: local) != nil { return local }
        var day = local.flooredQuotient(by: Self.day)
        // Only the beginning of a window opens: a window from before a skipped date does not continue after it.
        while day * Self.day < limit {
            let openings = windows(on: day).lazy.map { day * Self.day + Int64($0.opens) * Self.minute }
            if let first = openings.filter({ $0 >= local }).min() { return first < limit ? first : nil }
            day += 1
        }
        return nil
    }

    /// The end of the window that is open at a local time, the latest if there are several; nil if it is closed.
    private func end(ofWindowAt local: Int64) -> Int64? {
        let today = local.flooredQuotient(by: Self.day)
        guard !isSkipped(today) else { return nil }
        var end: Int64?
        for day in [today - 1, today] {
            for window in windows(on: day) {
                let midnight = day * Self.day
                let closes = midnight + Int64(window.closes) * Self.minute
                guard midnight + Int64(window.opens) * Self.minute <= local, local < closes else { continue }
                end = max(end ?? closes, closes)
            }
        }
        let midnight = (today + 1) * Self.day
        if let end, end > midnight, isSkipped(today + 1) { return midnight }
        return end
    }

    /// The windows that open on a day; days are counted from 1970-01-01.
    private func windows(on day: Int64) -> [DayWindow] {
        let weekday = CivilDate.weekday(ofDay: day)
        return days.indices.contains(weekday) && !isSkipped(day) ? days[weekday] : []
    }

    private func isSkipped(_ day: Int64) -> Bool {
        !skipDates.isEmpty && skipDates.contains(CivilDate(daysSinceEpoch: day))
    }
}
