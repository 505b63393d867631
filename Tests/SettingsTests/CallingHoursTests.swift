import DialerCore
import Settings
import Testing

@Suite struct CallingHoursTests {
    private let campaign = CampaignFixture()

    private static let day = [DayWindow(opens: 540, closes: 1200)]

    @Test(arguments: [
        ("", CallingHours.standard),
        ("calling_hours:", .standard),
        ("calling_hours: {}", .standard),
        ("calling_hours: always", .always),
        ("calling_hours: {timezone: recipient}", .standard),
        ("calling_hours: {timezone: Asia/Tokyo}", CallingHours(zone: "Asia/Tokyo", days: CallingHours.standard.days)),
        ("calling_hours: {timezone: UTC}", CallingHours(zone: "UTC", days: CallingHours.standard.days)),
        ("calling_hours: {mon: \"09:00-20:00\"}", week([0: day])),
        ("calling_hours: {mon-wed: 09:00-20:00, sun: \"closed\"}", week([0: day, 1: day, 2: day])),
        ("calling_hours: {fri-mon: 09:00-20:00}", week([4: day, 5: day, 6: day, 0: day])),
        ("calling_hours: {sat-sun: 09:00-20:00, mon-fri: closed}", week([5: day, 6: day])),
        ("calling_hours: {tue-mon: \"00:00-24:00\"}", .always),
        ("calling_hours: {wed: \"14:00-16:30,08:15-12:00\"}", week([2: [window(495, 720), window(840, 990)]])),
        ("calling_hours: {wed: [08:15-12:00, \"14:00-16:30\"]}", week([2: [window(495, 720), window(840, 990)]])),
        ("calling_hours: {fri: 22:00-02:00}", week([4: [window(1320, 1560)]])),
        ("calling_hours: {fri: 22:00-00:00}", week([4: [window(1320, 1440)]])),
        ("calling_hours: {mon-sun: 12:00-11:59}", .everyDay(window(720, 2159))),
        // The windows touch and do not overlap.
        (
            "calling_hours: {mon: 22:00-02:00, tue: 02:00-03:00}",
            week([0: [window(1320, 1560)], 1: [window(120, 180)]])
        ),
    ])
    func hours(yaml: String, hours: CallingHours) throws {
        #expect(try campaign.settings(yaml).callingHours == hours)
    }

    @Test(arguments: ["[2026-12-25, \"2027-01-01\"]", "\n  - 2027-01-01\n  - 2026-12-25\n  - 2026-12-25"])
    func skipDates(list: String) throws {
        let hours = try campaign.settings("calling_hours:\n  skip_dates: \(list)").callingHours
        #expect(hours.skipDates.sorted().map(\.description) == ["2026-12-25", "2027-01-01"])
        #expect(hours.days == CallingHours.standard.days)
    }

    @Test(arguments: [
        (
            "sometimes",
            "calling_hours must be always, or a section such as {mon-fri: \"09:00-20:00\"}, not \"sometimes\""
        ),
        ("[always]", "calling_hours must be always, or a section"),
        ("09:00-20:00", "calling_hours must be always, or a section"),
        ("{timezone: Mars/Olympus}", "must be recipient, UTC or an IANA time zone such as America/New_York"),
        ("{timezone: ../../etc/passwd}", "calling_hours.timezone must be"),
        ("{timezone: }", "calling_hours.timezone must be"),
        ("{timezone: EST}", "calling_hours.timezone must be"),
        ("{mon: 9-20}", "calling_hours.mon must be times such as 09:00-20:00, several with commas"),
        ("{mon: 9:00-20:00}", "calling_hours.mon must be times"),
        ("{mon: 09:00-25:00}", "calling_hours.mon must be times"),
        ("{mon: 09:00-24:01}", "calling_hours.mon must be times"),
        ("{mon: 24:00-25:00}", "calling_hours.mon must be times"),
        ("{mon: 09:60-10:00}", "calling_hours.mon must be times"),
        ("{mon: 09:00-09:00}", "calling_hours.mon must be times"),
        ("{mon: 09:00}", "calling_hours.mon must be times"),
        ("{mon: \"\"}", "calling_hours.mon must be times"),
        ("{mon: }", "calling_hours.mon must be times"),
        ("{mon: []}", "calling_hours.mon must be times"),
        ("{mon: {from: 09:00}}", "calling_hours.mon must be times"),
        ("{mon: \"09:00-10:00,\"}", "calling_hours.mon must be times"),
        ("{mon: \"09:00-10:00 and 11:00-12:00\"}", "calling_hours.mon must be times"),
        ("{mon: \"closed, 09:00-10:00\"}", "calling_hours.mon must be times"),
        ("{mon: \"９9:00-10:00\"}", "calling_hours.mon must be times"),
        (
            "{mon: \"09:00-12:00, 11:59-13:00\"}",
            "calling_hours.mon overlaps: 09:00-12:00 of mon with 11:59-13:00 of mon"
        ),
        ("{mon-sun: \"20:00-06:00, 05:00-07:00\"}", "calling_hours.mon-sun overlaps"),
        (
            "{mon: 22:00-02:00, tue: 01:00-03:00}",
            "calling_hours.tue overlaps: 22:00-02:00 of mon with 01:00-03:00 of tue"
        ),
        (
            "{sun: 22:00-02:00, mon: 01:00-03:00}",
            "calling_hours.mon overlaps: 22:00-02:00 of sun with 01:00-03:00 of mon"
        ),
        ("{mon-wed: 09:00-10:00, wed: 11:00-12:00}", "calling_hours.wed has wed, which mon-wed has already"),
        ("\n  sat-tue: closed\n  mon: 09:00-10:00", "line 3: calling_hours.mon has mon, which sat-tue has already"),
        ("{mon-sun: closed}", "calling_hours is closed on every day: no call could ever be made"),
        ("{sat: closed}", "calling_hours is closed on every day"),
        ("{skip_dates: 25.12.2026}", "skip_dates must be a list of dates such as [2026-12-25]; \"25.12.2026\" is none"),
        ("{skip_dates: [2026-12-25, 2026-02-29]}", "\"2026-02-29\" is none"),
        ("{skip_dates: [2026-12-25T00:00:00Z]}", "is none"),
        ("{skip_dates: [[2026-12-25]]}", "a section is none"),
        ("{skip_dates: }", "skip_dates must be a list of dates"),
    ])
    func oneProblem(hours: String, expected: String) throws {
        let problems = try campaign.problems("calling_hours: \(hours)")
        #expect(problems.count == 1 && problems[0].hasPrefix("line ") || problems[0].contains("every day"))
        #expect(problems.count == 1 && problems[0].contains(expected), "\(problems)")
    }

    @Test(arguments: [
        ("monday", "mon"), ("Tue", "tue"), ("tuesday", "tue"), ("wednesday", "wed"), ("Thurs", "thu"),
        ("SUNDAY", "sun"),
        ("mon-friday", "mon-fri"), ("saturday-sunday", "sat-sun"), ("mon_fri", "mon-fri"), ("mno", "mon"),
        ("skip_date", "skip_dates"), ("skip-dates", "skip_dates"), ("time_zone", "timezone"),
    ])
    func aTypoNamesTheNearestName(key: String, nearest: String) throws {
        #expect(
            try campaign.problems("calling_hours: {\(key): closed}") == [
                "line 1: calling_hours.\(key) is not a known key; the nearest known one is calling_hours.\(nearest)"
            ]
        )
    }

    @Test func everyProblemIsToldAtOnce() throws {
        let found = try campaign.problems(
            """
            calling_hours:
              timezone: nowhere
              monday: 09:00-20:00
              tue: all day
              wed: 10:00-12:00
              mon-wed: 22:00-23:00
              skip_dates:
                - 2026-12-25
                - christmas
            attempt_limits:
              - {max: 7, within: 7d}
              - {max: none, within: 7d}
            default_country: Utopia
            """
        )
        #expect(
            found.map { $0.prefix(8) } == [
                "line 2: ", "line 3: ", "line 4: ", "line 6: ", "line 9: ", "line 12:", "line 13:",
            ]
        )
    }

    /// A file replaces all days of the defaults, because a day that is not listed is closed. The zone and the dates are replaced
    /// separately.
    @Test(arguments: [
        ("calling_hours: {timezone: UTC}", "UTC", [day, day, [], [], [], [], []], ["2026-12-25"]),
        (
            "calling_hours: {sun: 10:00-11:00}", "Asia/Tokyo", [[], [], [], [], [], [], [window(600, 660)]],
            ["2026-12-25"]
        ),
        ("calling_hours: {skip_dates: []}", "Asia/Tokyo", [day, day, [], [], [], [], []], []),
        ("calling_hours: always", "Asia/Tokyo", CallingHours.always.days, ["2026-12-25"]),
        ("calling_hours: {}", "Asia/Tokyo", [day, day, [], [], [], [], []], ["2026-12-25"]),
    ])
    func overTheDefaults(yaml: String, zone: String, days: [[DayWindow]], skipDates: [String]) throws {
        let defaults = "calling_hours: {timezone: Asia/Tokyo, mon-tue: 09:00-20:00, skip_dates: [2026-12-25]}"
        let hours = try campaign.settings(yaml, defaults: defaults).callingHours
        #expect(hours.zone == zone)
        #expect(hours.days == days)
        #expect(hours.skipDates.map(\.description) == skipDates)
    }

    @Test func namedDaysGoOverAlways() throws {
        let hours = try campaign.settings("calling_hours: {mon: 09:00-20:00}", defaults: "calling_hours: always")
            .callingHours
        #expect(hours == Self.week([0: Self.day]))
        #expect(try campaign.settings("priority: 5", defaults: "calling_hours: always").callingHours == .always)
    }

    @Test func variablesSetTheDefaults() throws {
        let yaml =
            "defaults: {from: 14155550100, answer_url: \"https://example.com\", calling_hours: {sat: 10:00-12:00}}"
        for (variables, hours) in [
            (["DIALERD_DEFAULTS_CALLING_HOURS_MON_TUE": "09:00-20:00"], Self.week([0: Self.day, 1: Self.day])),
            (["DIALERD_DEFAULTS_CALLING_HOURS": "always"], .always),
        ] {
            let configuration = try ConfigurationFixture().load(yaml, environment: variables)
            let settings = try CampaignSettingsReader(configuration: configuration).settings(yaml: nil)
            #expect(settings.missingKeys.isEmpty)
            #expect(settings.callingHours == hours)
        }
        #expect(
            try ConfigurationFixture().problems(
                "",
                environment: [
                    "DIALERD_DEFAULTS_CALLING_HOURS": "always", "DIALERD_DEFAULTS_CALLING_HOURS_MON": "09:00-10:00",
                ]
            ) == [
                "$DIALERD_DEFAULTS_CALLING_HOURS: defaults.calling_hours is always, and so it must name no day beside it"
            ]
        )
    }

    private static func window(_ opens: Int, _ closes: Int) -> DayWindow { DayWindow(opens: opens, closes: closes) }

    private static func week(_ days: [Int: [DayWindow]]) -> CallingHours {
        CallingHours(days: (0..<7).map { days[$0] ?? [] })
    }
}
