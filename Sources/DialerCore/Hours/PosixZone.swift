/// The rule of a zone for the years after a file's table: a `TZ` string of POSIX.1 with the extensions of RFC 9636,
/// section 3.3.1, such as `EST5EDT,M3.2.0,M11.1.0`, `<+1030>-10:30<+11>-11,M10.1.0,M4.1.0` or
/// `IST-2IDT,M3.4.4/26,M10.5.0`.
struct PosixZone: Hashable, Sendable {
    /// Seconds east of UTC.
    var standardOffset: Int64
    /// Nil: standard time all year.
    var daylight: Daylight?

    struct Daylight: Hashable, Sendable {
        /// Seconds east of UTC.
        var offset: Int64
        var begins: YearlyMoment
        var ends: YearlyMoment
    }

    /// A date and a time of day in every year, by the wall clock before the change.
    struct YearlyMoment: Hashable, Sendable {
        var day: YearlyDay
        /// Seconds after that day's midnight, from -167 to 167 hours.
        var time: Int64
    }

    enum YearlyDay: Hashable, Sendable {
        /// `Jn`, 1 to 365: 29 February is not counted and cannot be named.
        case ofCommonYear(Int64)
        /// `n`, 0 to 365: 29 February is counted.
        case ofYear(Int64)
        /// `Mm.w.d`: the `week`-th of these weekdays in a month. Sunday is 0; week 5 means the last one.
        case weekday(month: Int64, week: Int64, weekday: Int64)
    }
}

extension PosixZone {
    /// The offset in seconds east of UTC.
    ///
    /// - Parameter seconds: since the epoch.
    func offset(at seconds: Int64) -> Int64 {
        guard let daylight else { return standardOffset }
        let year = year(of: seconds)
        let past = changes(daylight, years: (year - 2)...(year + 1)).last { $0.at <= seconds }
        return past?.offset ?? standardOffset
    }

    /// The first change of the offset after an instant, in seconds since the epoch. Nil if the offset never changes:
    /// there is no daylight time, it lasts all year, or it has the same offset.
    func nextChange(after seconds: Int64) -> Int64? {
        guard let daylight else { return nil }
        let year = year(of: seconds)
        let offset = offset(at: seconds)
        // A rule for 29 February applies in leap years only, which are up to eight years apart.
        return changes(daylight, years: (year - 1)...(year + 9))
            .first { $0.at > seconds && self.offset(at: $0.at) != offset }?.at
    }

    private func year(of seconds: Int64) -> Int64 {
        CivilDate(daysSinceEpoch: (seconds + standardOffset).flooredQuotient(by: 86_400)).year
    }

    /// In order of time. If an end and the next beginning coincide, as in `XXX3EDT4,0/0,J365/23`, the beginning comes
    /// second: daylight time continues.
    private func changes(_ daylight: Daylight, years: ClosedRange<Int64>) -> [(at: Int64, offset: Int64)] {
        years.flatMap { year in
            [
                (daylight.ends.seconds(in: year) - daylight.offset, standardOffset),
                (daylight.begins.seconds(in: year) - standardOffset, daylight.offset),
            ]
        }
        .sorted { $0.0 < $1.0 }
        .map { (at: $0.0, offset: $0.1) }
    }
}

extension PosixZone.YearlyMoment {
    /// Seconds since the epoch, as if the wall clock showed UTC.
    func seconds(in year: Int64) -> Int64 { day.daysSinceEpoch(in: year) * 86_400 + time }
}

extension PosixZone.YearlyDay {
    func daysSinceEpoch(in year: Int64) -> Int64 {
        switch self {
        case .ofCommonYear(let day):
            // From March on, days are counted from 1 March, the 60th day of a common year.
            day < 60 ? Self.first(of: 1, in: year) + day - 1 : Self.first(of: 3, in: year) + day - 60
        case .ofYear(let day):
            Self.first(of: 1, in: year) + day
        case .weekday(let month, let week, let weekday):
            Self.day(month: month, week: week, weekday: weekday, in: year)
        }
    }

    private static func day(month: Int64, week: Int64, weekday: Int64, in year: Int64) -> Int64 {
        let first = first(of: month, in: year)
        let firstWeekday = Int64(CivilDate.weekday(ofDay: first) + 1) % 7
        let candidate = first + (weekday - firstWeekday + 7) % 7 + 7 * (week - 1)
        let next = month == 12 ? Self.first(of: 1, in: year + 1) : Self.first(of: month + 1, in: year)
        return candidate < next ? candidate : candidate - 7
    }

    private static func first(of month: Int64, in year: Int64) -> Int64 {
        CivilDate.daysSinceEpoch(year: year, month: month, day: 1)
    }
}
