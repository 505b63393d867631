import DialerCore
import DialerTestSupport
import TestSupport
import Testing

/// What keeps a contact from being called, and until when.
struct CallForecastTests {
    /// A Monday, 10:00 in `UTC`, noon in `East`, 08:00 in `West`.
    private static let now = WallTime(date: CivilDate("2026-11-23") ?? CivilDate(daysSinceEpoch: 0), hour: 10)

    private static func at(_ text: String) -> WallTime { WallTime(rfc3339: text) ?? .epoch }

    private static func prospect(
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
            isOnDoNotCallList: false,
            campaign: .running,
            settings: settings,
            zones: CallingZones(of: zones, settings, in: FixedZones()),
            calls: calls
        )
        change(&prospect)
        prospect.zones = CallingZones(of: zones, prospect.settings, in: FixedZones())
        return prospect
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var prospect: CallProspect
        var blocks: [CallBlock]
        var next: WallTime?

        init(_ name: String, _ prospect: CallProspect, _ blocks: [CallBlock], next: String? = nil) {
            testDescription = name
            self.prospect = prospect
            self.blocks = blocks
            self.next = next.map(at)
        }
    }

    private static let twiceADay = AttemptLimit(max: 2, within: .seconds(86_400))
    private static let onceAnHour = AttemptLimit(max: 1, within: .seconds(3600))

    static let cases: [Case] = [
        Case("nothing keeps it", prospect(), [], next: "2026-11-23T10:00:00Z"),
        Case("finished", prospect(.finished, outcome: .busy) { $0.isOnDoNotCallList = true }, [.finished(.busy)]),
        Case("ringing", prospect(.ringing), [.underWay(.ringing)]),
        Case("in doubt", prospect(.inDoubt) { $0.campaign = .paused }, [.inDoubt]),
        Case("do-not-call", prospect { $0.isOnDoNotCallList = true }, [.doNotCall]),
        Case("halted", prospect { $0.campaign = .halted }, [.campaign(.halted)]),
        Case("cancelling", prospect { $0.campaign = .cancelling }, [.campaign(.cancelling)]),
        Case("waiting, and past its start", prospect { $0.campaign = .waiting }, [], next: "2026-11-23T10:00:00Z"),
        Case(
            "a start that lies ahead",
            prospect {
                $0.campaign = .waiting
                $0.settings.startAt = at("2026-11-24T09:30:00Z")
            },
            [.starts(at("2026-11-24T09:30:00Z"))],
            next: "2026-11-24T09:30:00Z"
        ),
        Case(
            "a start at night",
            prospect { $0.settings.startAt = at("2026-11-24T00:00:00Z") },
            [.starts(at("2026-11-24T00:00:00Z"))],
            next: "2026-11-24T09:00:00Z"
        ),
        Case(
            "its retry",
            prospect { $0.dueAt = at("2026-11-23T10:30:00Z") },
            [.notDue(at("2026-11-23T10:30:00Z"))],
            next: "2026-11-23T10:30:00Z"
        ),
        Case("a retry that is due", prospect { $0.dueAt = now }, [], next: "2026-11-23T10:00:00Z"),
        Case(
            "its retry after the window",
            prospect { $0.dueAt = at("2026-11-23T20:00:00Z") },
            [.notDue(at("2026-11-23T20:00:00Z"))],
            next: "2026-11-24T09:00:00Z"
        ),
        Case(
            "a limit",
            prospect(calls: [at("2026-11-23T09:00:00Z"), at("2026-11-22T15:00:00Z"), at("2026-11-22T14:00:00Z")]) {
                $0.settings.attemptLimits = [twiceADay]
            },
            [.attemptLimit(twiceADay, until: at("2026-11-23T15:00:00Z"))],
            next: "2026-11-23T15:00:00Z"
        ),
        Case(
            "a limit that has room",
            prospect(calls: [at("2026-11-22T09:59:00Z"), at("2026-11-22T09:58:00Z")]) {
                $0.settings.attemptLimits = [twiceADay, onceAnHour]
            },
            [],
            next: "2026-11-23T10:00:00Z"
        ),
        Case(
            "a limit whose end a claim has put it off to",
            prospect(calls: [at("2026-11-23T09:30:00Z")]) {
                $0.settings.attemptLimits = [onceAnHour]
                $0.dueAt = at("2026-11-23T10:30:00Z")
            },
            [.attemptLimit(onceAnHour, until: at("2026-11-23T10:30:00Z"))],
            next: "2026-11-23T10:30:00Z"
        ),
        Case(
            "two limits, of which the later counts, and then the night",
            prospect(calls: [at("2026-11-23T09:59:00Z"), at("2026-11-22T22:00:00Z")]) {
                $0.settings.attemptLimits = [onceAnHour, twiceADay]
            },
            [
                .attemptLimit(onceAnHour, until: at("2026-11-23T10:59:00Z")),
                .attemptLimit(twiceADay, until: at("2026-11-23T22:00:00Z")),
            ],
            next: "2026-11-24T09:00:00Z"
        ),
        Case(
            "closed in one of two zones",
            prospect(zones: ["UTC", "West"]),
            [.closed(until: at("2026-11-23T11:00:00Z"))],
            next: "2026-11-23T11:00:00Z"
        ),
        Case(
            "closed now, and a limit that ends after the window has closed again",
            prospect(zones: ["West"], calls: [at("2026-11-22T23:00:00Z"), at("2026-11-22T22:30:00Z")]) {
                $0.settings.attemptLimits = [twiceADay]
            },
            [
                .attemptLimit(twiceADay, until: at("2026-11-23T22:30:00Z")),
                .closed(until: at("2026-11-23T11:00:00Z")),
            ],
            next: "2026-11-24T11:00:00Z"
        ),
        Case("no zone is known", prospect(zones: []), [.zoneUnknown]),
        Case("a zone that nobody knows", prospect(zones: ["Nowhere"]), [.zoneUnknown]),
        Case(
            "a default zone",
            prospect(zones: []) { $0.settings.defaultTimezone = "UTC" },
            [],
            next: "2026-11-23T10:00:00Z"
        ),
        Case(
            "no zone is known, and none matters",
            prospect(zones: []) { $0.settings.callingHours = .always },
            [],
            next: "2026-11-23T10:00:00Z"
        ),
        Case(
            "never open",
            prospect { $0.settings.callingHours = CallingHours(days: Array(repeating: [], count: 7)) },
            [.neverOpen]
        ),
        Case(
            "paused at night: both are said, and nobody knows when",
            prospect(zones: ["West"]) { $0.campaign = .paused },
            [.campaign(.paused), .closed(until: at("2026-11-23T11:00:00Z"))]
        ),
        Case(
            "ended",
            prospect { $0.settings.endAt = now },
            [.ended(now)]
        ),
        Case(
            "ends before its retry",
            prospect {
                $0.settings.endAt = at("2026-11-23T20:00:00Z")
                $0.dueAt = at("2026-11-23T20:00:00Z")
            },
            [.notDue(at("2026-11-23T20:00:00Z")), .endsBefore(at("2026-11-23T20:00:00Z"))]
        ),
    ]

    @Test(arguments: cases)
    func whatKeepsItAndUntilWhen(_ example: Case) {
        let forecast = CallForecast(example.prospect, at: Self.now)
        #expect(forecast.blocks == example.blocks)
        #expect(forecast.next == example.next)
    }

    @Test func anOpenWindowSaysWhenItCloses() {
        #expect(CallForecast(Self.prospect(), at: Self.now).closing == Self.at("2026-11-23T20:00:00Z"))
        let both = Self.prospect(zones: ["UTC", "East"])
        #expect(CallForecast(both, at: Self.now).closing == Self.at("2026-11-23T18:00:00Z"))
        #expect(CallForecast(Self.prospect(zones: ["West"]), at: Self.now).closing == nil)
        let always = Self.prospect { $0.settings.callingHours = .always }
        #expect(CallForecast(always, at: Self.now).closing == .distantFuture)
    }

    /// The rule in which the engine and the forecast must agree with the calendar: of any calls, it ends at the first
    /// instant at which fewer than `max` lie within the period before it.
    @Test(arguments: 1...4, TestSeed.each(1..<2))
    func aLimitEndsAtTheFirstInstantThatHasRoom(_ max: Int, seed: TestSeed) {
        let limit = AttemptLimit(max: max, within: .seconds(100))
        var generator = SeededGenerator(seed: seed.value)
        for _ in 0..<200 {
            let offsets = (0..<Int.random(in: 0...6, using: &generator))
                .map { _ in Int64.random(in: 0...150, using: &generator) }
            let calls = offsets.map { Self.now - .seconds($0) }.sorted(by: >)
            func hasRoom(_ instant: WallTime) -> Bool { calls.count { $0 > instant - limit.within } < max }
            let first = (0...101).map { Self.now + .seconds($0) }.first(where: hasRoom)
            #expect(limit.end(after: calls, at: Self.now) ?? Self.now == first)
        }
    }
}

extension WallTime {
    fileprivate init(date: CivilDate, hour: Int64) {
        self.init(date: date, hour: hour, minute: 0, second: 0)
    }
}
