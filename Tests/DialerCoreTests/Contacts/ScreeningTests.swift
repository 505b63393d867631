import DialerCore
import Testing

/// The verdict on a contact at one instant: each of them, and which of several comes first.
struct ScreeningTests {
    private static let now = CallProspect.sampleTime

    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var prospect: CallProspect
        var verdict: CallBlock?

        init(_ name: String, _ prospect: CallProspect, _ verdict: CallBlock?) {
            testDescription = name
            self.prospect = prospect
            self.verdict = verdict
        }
    }

    private static let onceAnHour = AttemptLimit(max: 1, within: .seconds(3600))
    private static let twiceADay = AttemptLimit(max: 2, within: .seconds(86_400))

    /// Called once, and pending again.
    private static func again(after outcome: Outcome, _ retry: RetryPolicy, attempts: Int = 1) -> CallProspect {
        .sample {
            $0.attempts = attempts
            $0.lastOutcome = outcome
            $0.settings.retry = retry
        }
    }

    private static let threeTimes = RetryPolicy(maxAttempts: 3, delays: [.busy: .seconds(60)])

    static let cases: [Case] =
        [
            Case("callable", .sample(), nil),
            Case("finished", .sample(.finished, outcome: .busy), .finished(.busy)),
            Case("in doubt", .sample(.inDoubt), .inDoubt),
            Case("on the list", .sample { $0.isOnDoNotCallList = true }, .doNotCall),
            Case("a campaign that waits, past its start", .sample { $0.campaign = .waiting }, nil),
            Case(
                "before the start",
                .sample { $0.settings.startAt = now + .milliseconds(1) },
                .starts(now + .milliseconds(1))
            ),
            Case("at the start", .sample { $0.settings.startAt = now }, nil),
            Case(
                "before the end",
                .sample { $0.settings.endAt = now + .milliseconds(1) },
                nil
            ),
            Case("at the end", .sample { $0.settings.endAt = now }, .ended(now)),
            Case("due", .sample { $0.dueAt = now }, nil),
            Case("not due", .sample { $0.dueAt = now + .milliseconds(1) }, .notDue(now + .milliseconds(1))),
            Case("closed", .sample(zones: ["West"]), .closed(until: .at("2026-11-23T11:00:00Z"))),
            Case("zone unknown", .sample(zones: []), .zoneUnknown),
            Case("never open", .sample { $0.settings.callingHours = CallingHours(days: []) }, .neverOpen),
            Case(
                "the limit that lasts longest",
                .sample(calls: [now - .seconds(60), now - .seconds(7200)]) {
                    $0.settings.attemptLimits = [onceAnHour, twiceADay]
                },
                .attemptLimit(twiceADay, until: now + .seconds(86_400 - 7200))
            ),
            Case(
                "limits that have room",
                .sample(calls: [now - .seconds(3600)]) { $0.settings.attemptLimits = [onceAnHour, twiceADay] },
                nil
            ),
            Case("a retry that is wanted", again(after: .busy, threeTimes), nil),
            Case("the last attempt is used up", again(after: .busy, threeTimes, attempts: 3), .retryNotWanted(.busy)),
            Case("an outcome that is retried no more", again(after: .failed, threeTimes), .retryNotWanted(.failed)),
            Case("an operator wants another call", again(after: .unknown, RetryPolicy()), nil),
            Case("its last call was taken back", again(after: .cancelled, RetryPolicy()), nil),
            Case("every call was taken back", again(after: .busy, RetryPolicy(), attempts: 0), nil),
        ]
        + [ContactState.dialing, .queued, .ringing, .inProgress].map {
            Case("under way: \($0.rawValue)", .sample($0), .underWay($0))
        }
        + [CampaignState.importing, .paused, .halted, .cancelling, .cancelled, .completed].map { state in
            Case("a campaign that is \(state.rawValue)", .sample { $0.campaign = state }, .campaign(state))
        }

    @Test(arguments: cases)
    func theVerdict(_ example: Case) {
        #expect(Screening(example.prospect, at: Self.now).verdict == example.verdict)
    }

    /// Each verdict goes before all that come after it.
    @Test func whatComesFirst() {
        let later = Self.now + .seconds(60)
        var prospect = CallProspect.sample(zones: ["West"], calls: [Self.now]) {
            $0.attempts = 1
            $0.lastOutcome = .busy
            $0.isOnDoNotCallList = true
            $0.dueAt = later
            $0.campaign = .paused
            $0.settings.attemptLimits = [Self.onceAnHour]
            $0.settings.startAt = later
            $0.settings.endAt = Self.now
        }
        let order: [(CallBlock?, (inout CallProspect) -> Void)] = [
            (.finished(.answered), { $0.state = .pending }),
            (.campaign(.paused), { $0.campaign = .running }),
            (.ended(Self.now), { $0.settings.endAt = nil }),
            (.starts(later), { $0.settings.startAt = nil }),
            (.closed(until: .at("2026-11-23T11:00:00Z")), { $0.window = CallProspect.sample().window }),
            (.notDue(later), { $0.dueAt = Self.now }),
            (.doNotCall, { $0.isOnDoNotCallList = false }),
            (.attemptLimit(Self.onceAnHour, until: Self.now + .seconds(3600)), { $0.calls = [] }),
            (.retryNotWanted(.busy), { $0.lastOutcome = nil }),
            (nil, { _ in }),
        ]
        prospect.state = .finished
        prospect.outcome = .answered
        for (verdict, change) in order {
            #expect(Screening(prospect, at: Self.now).verdict == verdict)
            change(&prospect)
        }
    }

    /// A contact ends in one way.
    @Test func whatEndsOtherwiseIsNoUnwantedRetry() {
        var prospect = Self.again(after: .busy, RetryPolicy())
        prospect.isOnDoNotCallList = true
        #expect(Screening(prospect, at: Self.now).blocks == [.doNotCall])
        prospect.isOnDoNotCallList = false
        prospect.settings.endAt = Self.now
        #expect(Screening(prospect, at: Self.now).blocks == [.ended(Self.now)])
        prospect.settings.endAt = nil
        prospect.campaign = .halted
        #expect(Screening(prospect, at: Self.now).blocks == [.campaign(.halted), .retryNotWanted(.busy)])
    }
}
