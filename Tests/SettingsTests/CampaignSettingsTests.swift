import DialerCore
import Settings
import Testing

@Suite struct CampaignSettingsTests {
    private let campaign = CampaignFixture()

    @Test func everyKeyIsRead() throws {
        let settings = try campaign.settings(
            """
            from: ["+1 (415) 555-0101", 14155550102]
            answer_url: https://example.com/a
            answer_method: get
            ring_url: https://example.com/r
            ring_method: POST
            hangup_url: https://example.com/h
            hangup_method: GET
            fallback_url: https://example.com/f
            fallback_method: GET
            caller_name: "Spring: sale"
            send_digits: 1w2W3@500
            send_on_preanswer: true
            time_limit: 600
            hangup_on_ring: 30
            machine_detection: true
            machine_detection_time: 4000
            machine_detection_url: https://example.com/m
            machine_detection_method: POST
            sip_headers: a=b,c=d
            ring_timeout: 45
            parent_call_uuid: 9834029e-58b6-11e1-b8b7-a5bd0e4e126f
            error_if_parent_not_found: false
            calls_per_second: 5
            max_calls_in_flight: 100
            priority: 9
            start_at: 2026-12-01T09:00:00-05:00
            end_at: "2026-12-05T18:00:00Z"
            retry: {max_attempts: 3, busy: 10m, no_answer: 1h, failed: 30m, machine: never}
            in_doubt: redial
            allow_duplicate_file: true
            calling_hours: {timezone: Europe/Paris, mon-fri: "09:00-20:00", skip_dates: [2026-12-25]}
            attempt_limits: [{max: 7, within: 7d}, {max: 1, within: 2h}]
            default_country: us
            default_timezone: America/New_York
            """
        )
        #expect(settings.callerIDs == ["14155550101", "14155550102"])
        #expect(settings.arguments.count == CallArgument.allCases.count - 1, "every argument but from")
        #expect(settings.arguments[.answerMethod] == .text("GET"))
        #expect(settings.arguments[.sendOnPreanswer] == .flag(true))
        #expect(settings.arguments[.timeLimit] == .integer(600))
        #expect(settings.arguments[.machineDetection] == .text("true"))
        #expect(settings.arguments[.callerName] == .text("Spring: sale"))
        #expect(settings.callsPerSecond == 5)
        #expect(settings.maxCallsInFlight == 100)
        #expect(settings.priority == 9)
        #expect(settings.startAt == WallTime(rfc3339: "2026-12-01T14:00:00Z"))
        #expect(settings.endAt == WallTime(rfc3339: "2026-12-05T18:00:00Z"))
        #expect(settings.retry.maxAttempts == 3)
        #expect(settings.retry.delays == [.busy: .seconds(600), .noAnswer: .seconds(3600), .failed: .seconds(1800)])
        #expect(settings.inDoubt == .redial)
        #expect(settings.allowDuplicateFile)
        #expect(settings.callingHours.zone == "Europe/Paris")
        #expect(
            settings.attemptLimits == [
                AttemptLimit(max: 7, within: .seconds(604_800)), AttemptLimit(max: 1, within: .seconds(7200)),
            ]
        )
        #expect(settings.defaultCountry == "US")
        #expect(settings.defaultTimezone == "America/New_York")
    }

    @Test func callerIDsCanHaveRatesOfTheirOwn() throws {
        let settings = try campaign.settings(
            "from: [{number: \"+1 415-555-0100\", calls_per_second: 1}, 14155550101, {number: 14155550102}]"
        )
        #expect(settings.callerIDs == ["14155550100", "14155550101", "14155550102"])
        #expect(settings.callerIDRates == ["14155550100": 1])
        #expect(try campaign.settings("from: {number: 442071838750}").callerIDs == ["442071838750"])
    }

    @Test func whatIsLeftOutHasItsDocumentedDefault() throws {
        let settings = try campaign.settings("")
        #expect(settings.callerIDs == ["14155550100"], "unquoted: a number to YAML, digits to us")
        #expect(settings == CampaignSettings(callerIDs: settings.callerIDs, arguments: settings.arguments))
    }

    @Test func theFileGoesOverTheDefaultsKeyByKey() throws {
        let settings = try campaign.settings(
            "from: 442071838750\nretry: {busy: never}\n",
            defaults: "priority: 7\nretry: {max_attempts: 4, busy: 1m, failed: 2m}\n"
        )
        #expect(settings.callerIDs == ["442071838750"])
        #expect(settings.priority == 7)
        #expect(settings.retry == RetryPolicy(maxAttempts: 4, delays: [.failed: .seconds(120)]))
    }

    @Test(
        arguments: [
            (nil, ["from", "answer_url"]), ("", ["from", "answer_url"]), ("from: 14155550100", ["answer_url"]),
            ("answer_url: https://example.com/a", ["from"]),
        ] as [(String?, [String])]
    )
    func whatDoesNotSufficeSaysWhatIsMissing(yaml: String?, missing: [String]) throws {
        #expect(try campaign.read(yaml).missingKeys == missing)
    }

    @Test(arguments: [
        ("from: 555", "from must be a phone number with its country code, such as 14155550100, not \"555\""),
        ("from: []", "from is an empty list"),
        ("from: [14155550100, nobody]", "or a list of such; \"nobody\" is none"),
        ("from: [14155550100, \"+14155550100\"]", "line 1: from has 14155550100 more than once"),
        ("from: [[14155550100]]", "or a list of such; a section is none"),
        ("answer_url: example.com", "answer_url must be an absolute http:// or https:// URL"),
        ("answer_method: PUT", "answer_method must be GET or POST, not \"PUT\""),
        ("machine_detection: maybe", "machine_detection must be true or hangup"),
        ("machine_detection_time: 1999", "machine_detection_time must be a whole number from 2000 to 10000"),
        ("ring_timeout: 0", "ring_timeout must be a whole number, 1 or more"),
        ("send_on_preanswer: yes", "send_on_preanswer must be true or false"),
        ("calls_per_second: 10.5", "calls_per_second must not be above limits.calls_per_second, which is 10"),
        ("calls_per_second: 0.1", "make the interval 10s or more"),
        ("priority: 0", "priority must be a whole number from 1 to 9"),
        ("start_at: 2026-12-01T09:00:00", "start_at must be a time with its offset from UTC"),
        ("start_at: 2026-12-01", "start_at must be a time with its offset"),
        ("start_at: 2026-12-02T00:00:00Z\nend_at: 2026-12-01T00:00:00Z", "line 2: end_at must be later than start_at"),
        ("retry: {max_attempts: 0, busy: 1m}", "retry.max_attempts must be a whole number from 1 to 100"),
        ("retry: {busy: 1m}", "retry.max_attempts is missing, and without it no contact is called again"),
        ("retry: {max_attempts: 3}", "retry.max_attempts has no effect without a delay beside it"),
        ("retry: {max_attempts: 3, busy: soon}", "retry.busy must be a duration from 1s to 30d"),
        ("retry: {max_attempts: 3, answered: 1m, busy: 1m}", "retry.answered is not a known key"),
        ("in_doubt: maybe", "in_doubt must be hold or redial, not \"maybe\""),
        ("allow_duplicate_file: 1", "allow_duplicate_file must be true or false"),
        ("from: [{number: 14155550100, rate: 1}]", "from.rate is not a known key"),
        ("from: [{calls_per_second: 1}]", "line 1: from.number is missing"),
        ("from:\n- {number: 1415555}\n- {number: 55}", "line 3: from.number must be a phone number"),
        ("from: [{number: 14155550100, calls_per_second: 11}]", "from.calls_per_second must not be above"),
        ("from: [{number: 14155550100, calls_per_second: 0.1}]", "make the interval 10s or more"),
        ("from: [{number: 14155550100}, 14155550100]", "from has 14155550100 more than once"),
        ("attempt_limits: 7", "attempt_limits must be a list such as [{max: 7, within: 7d}]; \"7\" is no limit"),
        ("attempt_limits: [{max: 0, within: 7d}]", "attempt_limits.max must be a whole number from 1 to 10000"),
        ("attempt_limits: [{max: 7}]", "line 1: attempt_limits.within is missing"),
        ("attempt_limits: [{max: 7, within: 1s}]", "attempt_limits.within must be a duration from 1m to 366d"),
        ("attempt_limits: [{max: 7, witin: 7d, within: 7d}]", "attempt_limits.witin is not a known key; the nearest"),
        ("attempt_limits: [[7, 7d]]", "is no limit"),
        ("default_country: USA", "default_country must be a country's two letters, such as US, not \"USA\""),
        ("default_country: ZZ", "default_country must be a country's two letters"),
        ("default_timezone: Mars/Olympus", "default_timezone must be UTC or an IANA time zone"),
        ("default_timezone: recipient", "default_timezone must be UTC or an IANA time zone"),
        ("to: 14155550100", "to is not a known key"),
        ("anser_url: https://example.com", "anser_url is not a known key; the nearest known one is answer_url"),
        ("Priority: 3", "the nearest known one is priority"),
        ("ring-timeout: 3", "the nearest known one is ring_timeout"),
    ])
    func aWrongValueIsOneProblem(yaml: String, expected: String) throws {
        let problems = try campaign.problems(yaml)
        #expect(problems.count == 1 && problems[0].contains(expected), "\(problems)")
    }

    @Test func everyProblemIsToldAtOnce() throws {
        let found = try campaign.problems("from: x\nprioirty: 3\ncalls_per_second: 99\ntime_limit: -1\n")
        #expect(found.map { $0.prefix(7) } == ["line 1:", "line 2:", "line 3:", "line 4:"])
    }

    @Test func aProblemBetweenFileAndDefaultsNamesNoLineOfTheOther() throws {
        let found = try campaign.problems("start_at: 2026-12-06T00:00:00Z", defaults: "end_at: 2026-12-05T00:00:00Z")
        #expect(found == ["end_at must be later than start_at"])
    }
}
