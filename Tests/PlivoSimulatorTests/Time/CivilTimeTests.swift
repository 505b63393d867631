import PlivoSimulator
import Testing

@Suite struct CivilTimeTests {
    @Test(arguments: [
        (0, "1970-01-01 00:00:00"), (951_782_400, "2000-02-29 00:00:00"), (1_704_067_199, "2023-12-31 23:59:59"),
        (1_709_251_199, "2024-02-29 23:59:59"), (1_709_251_200, "2024-03-01 00:00:00"),
        (4_107_542_400, "2100-03-01 00:00:00"),
    ])
    func civilTimeOfSecondsSince1970(seconds: Int64, expected: String) throws {
        let civil = CivilTime(Moment(seconds: seconds))
        #expect(civil.text() == expected)
        #expect(civil.momentInUTC == Moment(seconds: seconds))
    }

    @Test(arguments: [
        ("2024-10-22 11:10", "2024-10-22 11:10:00", 0), ("2024-10-22 11:10:48", "2024-10-22 11:10:48", 0),
        ("2024-10-22 11:10:48.5", "2024-10-22 11:10:48", 500_000),
        ("2024-10-22 11:10:48.129660", "2024-10-22 11:10:48", 129_660),
    ])
    func parsesFilters(text: String, expected: String, microsecond: Int) throws {
        let civil = try #require(CivilTime.parse(text))
        #expect(civil.text() == expected)
        #expect(civil.microsecond == microsecond)
    }

    @Test(arguments: [
        "", "2024-10-22", "2024-10-22T11:10:48", "2024-13-01 00:00", "2023-02-29 00:00", "2024-10-22 24:00",
        "2024-10-22 11:60",
        "2024-10-22 11:10:48+05:30", "2024-10-22 11:10:48.", "2024-10-22 11:10:48.1234567", "24-10-22 11:10",
        "2024-10-22 1:10",
        "2024-10-22  11:10",
    ])
    func refuses(text: String) {
        #expect(CivilTime.parse(text) == nil)
    }

    @Test(arguments: [
        ("UTC", "2024-07-01 12:00:00", "2024-07-01 12:00:00+00:00"),
        ("Asia/Kolkata", "2024-07-01 17:30:00", "2024-07-01 17:30:00+05:30"),
        ("America/New_York", "2024-07-01 08:00:00", "2024-07-01 08:00:00-04:00"),
        ("America/St_Johns", "2024-07-01 09:30:00", "2024-07-01 09:30:00-02:30"),
    ])
    func localTimesOfTheAccount(name: String, local: String, withOffset: String) throws {
        let zone = try #require(AccountTimeZone(identifier: name))
        let moment = try #require(CivilTime.parse("2024-07-01 12:00")).momentInUTC
        #expect(zone.local(moment) == local)
        #expect(zone.localWithOffset(moment) == withOffset)
    }

    @Test(arguments: ["", "Mars/Olympus", "+05:30", "EST5EDT4", "utc"])
    func refusesOtherTimeZones(name: String) {
        #expect(AccountTimeZone(identifier: name) == nil)
    }

    @Test func writesRFC3339() {
        let moment = Samples.start.adding(microseconds: 250_999)
        #expect(AccountTimeZone.rfc3339(moment) == "2026-11-22T09:00:00.250Z")
        #expect(AccountTimeZone.sessionStart(moment) == "2026-11-22 09:00:00.250999")
    }
}
