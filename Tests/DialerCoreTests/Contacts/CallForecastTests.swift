import DialerCore
import DialerTestSupport
import TestSupport
import Testing

/// What keeps a contact from being called, and until when.
struct CallForecastTests {
    private static let now = CallProspect.sampleTime

    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var prospect: CallProspect
        var blocks: [CallBlock]
        var next: WallTime?

        init(_ name: String, _ prospect: CallProspect, _ blocks: [CallBlock], next: String? = nil) {
            testDescription = name
            self.prospect = prospect
            self.blocks = blocks
            self.next = next.map(WallTime.at)
        }
    }

    private static let twiceADay = AttemptLimit(max: 2, within: .seconds(86_400))
    private static let onceAnHour = AttemptLimit(max: 1, within: .seconds(3600))

    static let cases: [Case] = [
        Case("nothing keeps it", .sample(), [], next: "2026-11-23T10:00:00Z"),
        Case("finished", .sample(.finished, outcome: .busy) { $0.isOnDoNotCallList = true }, [.finished(.busy)]),
        Case("ringing", .sample(.ringing), [.underWay(.ringing)]),
        Case("in doubt", .sample(.inDoubt) { $0.campaign = .paused }, [.inDoubt]),
        Case("do-not-call", .sample { $0.isOnDoNotCallList = true }, [.doNotCall]),
        Case("halted", .sample { $0.campaign = .halted }, [.campaign(.halted)]),
        Case("cancelling", .sample { $0.campaign = .cancelling }, [.campaign(.cancelling)]),
        Case("waiting, and past its start", .sample { $0.campaign = .waiting }, [], next: "2026-11-23T10:00:00Z"),
        Case(
            "a start that lies ahead",
            .sample {
                $0.campaign = .waiting
                $0.settings.startAt = .at("2026-11-24T09:30:00Z")
            },
            [.starts(.at("2026-11-24T09:30:00Z"))],
            next: "2026-11-24T09:30:00Z"
        ),
        Case(
            "a start at night",
            .sample { $0.settings.startAt = .at("2026-11-24T00:00:00Z") },
            [.starts(.at("2026-11-24T00:00:00Z"))],
            next: "2026-11-24T09:00:00Z"
        ),
        Case(
            "its retry",
            .sample { $0.dueAt = .at("2026-11-23T10:30:00Z") },
            [.notDue(.at("2026-11-23T10:30:00Z"))],
            next: "2026-11-23T10:30:00Z"
        ),
        Case("a retry that is due", .sample { $0.dueAt = now }, [], next: "2026-11-23T10:00:00Z"),
        Case(
            "its retry after the window",
            .sample { $0.dueAt = .at("2026-11-23T20:00:00Z") },
            [.notDue(.at("2026-11-23T20:00:00Z"))],
            next: "2026-11-24T09:00:00Z"
        ),
        Case(
            "a limit",
            .sample(calls: [.at("2026-11-23T09:00:00Z"), .at("2026-11-22T15:00:00Z"), .at("2026-11-22T14:00:00Z")]) {
                $0.settings.attemptLimits = [twiceADay]
            },
            [.attemptLimit(twiceADay, until: .at("2026-11-23T15:00:00Z"))],
            next: "2026-11-23T15:00:00Z"
        ),
        Case(
            "a limit that has room",
            .sample(calls: [.at("2026-11-22T09:59:00Z"), .at("2026-11-22T09:58:00Z")]) {
                $0.settings.attemptLimits = [twiceADay, onceAnHour]
            },
            [],
            next: "2026-11-23T10:00:00Z"
        ),
        Case(
            "a limit whose end a claim has put it off to",
            .sample(calls: [.at("2026-11-23T09:30:00Z")]) {
                $0.settings.attemptLimits = [onceAnHour]
                $0.dueAt = .at("2026-11-23T10:30:00Z")
            },
            [.attemptLimit(onceAnHour, until: .at("2026-11-23T10:30:00Z"))],
            next: "2026-11-23T10:30:00Z"
        ),
        Case(
            "two limits, of which the one that lasts longer comes first, and then the night",
            .sample(calls: [.at("2026-11-23T09:59:00Z"), .at("2026-11-22T22:00:00Z")]) {
                $0.settings.attemptLimits = [onceAnHour, twiceADay]
            },
            [
                .attemptLimit(twiceADay, until: .at("2026-11-23T22:00:00Z")),
                .attemptLimit(onceAnHour, until: .at("2026-11-23T10:59:00Z")),
            ],
            next: "2026-11-24T09:00:00Z"
        ),
        Case(
            "closed in one of two zones",
            .sample(zones: ["UTC", "West"]),
            [.closed(until: .at("2026-11-23T11:00:00Z"))],
            next: "2026-11-23T11:00:00Z"
        ),
        Case(
            "closed now, and a limit that ends after the window has closed again",
            .sample(zones: ["West"], calls: [.at("2026-11-22T23:00:00Z"), .at("2026-11-22T22:30:00Z")]) {
                $0.settings.attemptLimits = [twiceADay]
            },
            [
                .closed(until: .at("2026-11-23T11:00:00Z")),
                .attemptLimit(twiceADay, until: .at("2026-11-23T22:30:00Z")),
            ],
            next: "2026-11-24T11:00:00Z"
        ),
        Case("no zone is known", .sample(zones: []), [.zoneUnknown]),
        Case("a zone that nobody knows", .sample(zones: ["Nowhere"]), [.zoneUnknown]),
        Case(
            "a default zone",
            .sample(zones: []) { $0.settings.defaultTimezone = "UTC" },
            [],
            next: "2026-11-23T10:00:00Z"
        ),
        Case(
            "no zone is known, and none matters",
            .sample(zones: []) { $0.settings.callingHours = .always },
            [],
            next: "2026-11-23T10:00:00Z"
        ),
        Case(
            "never open",
            .sample { $0.settings.callingHours = CallingHours(days: Array(repeating: [], count: 7)) },
            [.neverOpen]
        ),
        Case(
            "paused at night: both are said, and nobody knows when",
            .sample(zones: ["West"]) { $0.campaign = .paused },
            [.campaign(.paused), .closed(until: .at("2026-11-23T11:00:00Z"))]
        ),
        Case(
            "a retry that is not wanted does not end by itself, and a limit may come before it",
            .sample(calls: [.at("2026-11-23T09:30:00Z")]) {
                $0.attempts = 1
                $0.lastOutcome = .busy
                $0.settings.attemptLimits = [onceAnHour]
            },
            [.attemptLimit(onceAnHour, until: .at("2026-11-23T10:30:00Z")), .retryNotWanted(.busy)]
        ),
        Case(
            "a window now, and none once its retry is due",
            .sample {
                $0.settings.callingHours.skipDates = Set((0...450).map { CivilDate(daysSinceEpoch: 20_781 + $0) })
                $0.dueAt = .at("2026-11-24T00:00:00Z")
            },
            [.notDue(.at("2026-11-24T00:00:00Z")), .neverOpen]
        ),
        Case(
            "ended",
            .sample { $0.settings.endAt = now },
            [.ended(now)]
        ),
        Case(
            "ends before its retry",
            .sample {
                $0.settings.endAt = .at("2026-11-23T20:00:00Z")
                $0.dueAt = .at("2026-11-23T20:00:00Z")
            },
            [.notDue(.at("2026-11-23T20:00:00Z")), .endsBefore(.at("2026-11-23T20:00:00Z"))]
        ),
    ]

    @Test(arguments: cases)
    func whatKeepsItAndUntilWhen(_ example: Case) {
        let forecast = CallForecast(example.prospect, at: Self.now)
        #expect(forecast.blocks == example.blocks)
        #expect(forecast.next == example.next)
    }

    @Test func anOpenWindowSaysWhenItCloses() {
        #expect(CallForecast(CallProspect.sample(), at: Self.now).closing == .at("2026-11-23T20:00:00Z"))
        let both = CallProspect.sample(zones: ["UTC", "East"])
        #expect(CallForecast(both, at: Self.now).closing == .at("2026-11-23T18:00:00Z"))
        #expect(CallForecast(CallProspect.sample(zones: ["West"]), at: Self.now).closing == nil)
        let always = CallProspect.sample { $0.settings.callingHours = .always }
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
