/// A date and a time of day in the proleptic Gregorian calendar, without a zone.
///
/// Foundation is not used here, because formatting the three times of a hangup callback with Foundation costs more than
/// signing the callback.
package struct CivilTime: Equatable, Sendable {
    var year: Int
    var month: Int
    var day: Int
    var hour: Int
    var minute: Int
    var second: Int
    package var microsecond: Int

    /// The civil time at `moment`, from 1970 on, in a zone that is `offsetSeconds` ahead of UTC.
    package init(_ moment: Moment, offsetSeconds: Int = 0) {
        let total = Int(moment.microseconds) + offsetSeconds * 1_000_000
        let (dayNumber, withinDay) = total.quotientAndRemainder(dividingBy: 86_400_000_000)
        (year, month, day) = Self.date(dayNumber: dayNumber)
        hour = withinDay / 3_600_000_000
        minute = withinDay / 60_000_000 % 60
        second = withinDay / 1_000_000 % 60
        microsecond = withinDay % 1_000_000
    }

    /// Returns nil for a day or time that does not exist, such as 30 February or 24:00, and for years before 1970.
    package init?(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int = 0, microsecond: Int = 0) {
        guard (1970...9999).contains(year), (1...12).contains(month), (1...31).contains(day), (0...23).contains(hour),
            (0...59).contains(minute), (0...59).contains(second), (0...999_999).contains(microsecond)
        else { return nil }
        guard Self.date(dayNumber: Self.dayNumber(year: year, month: month, day: day)) == (year, month, day) else {
            return nil
        }
        (self.year, self.month, self.day) = (year, month, day)
        (self.hour, self.minute, self.second, self.microsecond) = (hour, minute, second, microsecond)
    }

    /// The moment at which it is this civil time in UTC.
    package var momentInUTC: Moment {
        let seconds = Self.dayNumber(year: year, month: month, day: day) * 86_400 + hour * 3600 + minute * 60 + second
        return Moment(microseconds: Int64(seconds) * 1_000_000 + Int64(microsecond))
    }

    /// Days since 1970-01-01. The calculation starts years in March, so that the leap day is the last day of a year.
    private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted % 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func date(dayNumber: Int) -> (Int, Int, Int) {
        let shifted = dayNumber + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}
