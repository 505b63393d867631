import DialerCore
import DialerStore
import Testing

/// Operator commands, and how they withdraw calls.
struct ControlTests {
    private let scratch: Scratch
    private let store: Store
    private let campaign: CampaignID

    init() throws {
        scratch = try Scratch()
        store = try scratch.store()
        campaign = try scratch.campaign(contacts: 10, in: store).campaign
    }

    /// One call in each state, and one that ended.
    private func calls() throws -> [AttemptState: AttemptID] {
        var calls: [AttemptState: AttemptID] = [:]
        for state in [AttemptState.dialing, .queued, .inDoubt, .ringing, .inProgress, .ended] {
            calls[state] = try scratch.call(campaign, in: store) { attempt in
                attempt.state = state
                if state == .ended { attempt.outcome = .answered }
            }.first
        }
        return calls
    }

    private func attempt(_ id: AttemptID?) throws -> Attempt {
        let id = try #require(id)
        return try #require(try store.write { try $0.attempt(id) })
    }

    private func state() throws -> CampaignState? {
        try store.status(isDaemonRunning: true, at: scratch.now).campaigns.first?.state
    }

    @Test func cancelWithdrawsEveryCallThatHasNotBegunToRing() throws {
        let calls = try calls()
        let command = scratch.now + .seconds(5)
        #expect(try store.cancel("spring", at: command) == .done(queued: 3, areOnTheirWay: true))
        #expect(try state() == .cancelling)
        for (state, id) in calls {
            let attempt = try attempt(id)
            let isWaiting = [.dialing, .queued, .inDoubt].contains(state)
            #expect(attempt.withdrawal == (isWaiting ? .cancelled : nil), "\(state)")
            #expect(attempt.withdrawAt == (isWaiting ? command : nil), "\(state)")
        }
        #expect(try store.cancel("spring", at: command) == .already)
        #expect(try store.resume("spring") == .notPossible(.cancelling))
        #expect(try store.pause("spring", at: command) == .notPossible(.cancelling))
    }

    @Test func everyCommandInEveryState() throws {
        let done = ControlResult.done(queued: 0)
        let table: [(CampaignState, pause: ControlResult?, resume: ControlResult?, cancel: ControlResult?)] = [
            (.importing, nil, nil, nil),
            (.waiting, done, .already, done),
            (.running, done, .already, done),
            (.paused, .already, done, done),
            (.halted, done, done, done),
            (.cancelling, nil, nil, .already),
            (.cancelled, nil, nil, nil),
            (.completed, nil, nil, nil),
        ]
        #expect(table.map(\.0) == CampaignState.allCases)
        for (state, pause, resume, cancel) in table {
            for name in ["pause", "resume", "cancel"] { _ = try scratch.campaign("\(name) \(state)", in: state, store) }
            let notPossible = ControlResult.notPossible(state)
            #expect(try store.pause("pause \(state)", at: scratch.now) == pause ?? notPossible)
            #expect(try store.resume("resume \(state)") == resume ?? notPossible)
            #expect(try store.cancel("cancel \(state)", at: scratch.now) == cancel ?? notPossible)
        }
        #expect(try store.cancel("autumn", at: scratch.now) == .unknownCampaign)
    }

    @Test func cancelWithdrawsNoCallOfAnotherCampaign() throws {
        let other = try scratch.campaign("autumn", contacts: 1, in: store).campaign
        let call = try scratch.call(other, in: store) { $0.state = .queued }.first
        #expect(try store.cancel("spring", at: scratch.now) == .done(queued: 0))
        #expect(try attempt(call).withdrawal == nil)
    }

    @Test func aNumberOnTheListStaysSuppressedWhenItsCampaignIsCancelled() throws {
        let call = try scratch.call(campaign, in: store) { $0.state = .queued }.first
        _ = try store.addDoNotCall([Scratch.number(0)], reason: "", source: "test", at: scratch.now)
        #expect(try store.cancel("spring", at: scratch.now) == .done(queued: 1))
        #expect(try attempt(call).withdrawal == .suppressed)
    }

    @Test func theProgressOfACancellation() throws {
        #expect(try store.cancellation(of: "spring") == nil)
        let calls = try calls()
        let command = scratch.now + .seconds(5)
        _ = try store.cancel("spring", at: command)
        let before = try #require(try store.cancellation(of: "spring"))
        #expect(before.state == .cancelling && before.queued == 3 && before.rang == 0)
        #expect(before.progress[.ringing] == 1 && before.progress[.pending] == 4)
        try scratch.update(try #require(calls[.queued]), in: store) { attempt in
            attempt.state = .ringing
            attempt.rangAt = command + .seconds(1)
        }
        #expect(try store.cancellation(of: "spring")?.rang == 1)
        #expect(try store.cancellation(of: "autumn") == nil)
    }

    struct Ring: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var counts: Bool
        /// Seconds after the command.
        var rang: Int?
        var answered: Int?
        var ended: Int?
        var outcome: Outcome?
    }

    @Test(arguments: [
        Ring(testDescription: "rang after the command", counts: true, rang: 1),
        Ring(testDescription: "rang before it", counts: false, rang: -1, ended: 20, outcome: .noAnswer),
        Ring(testDescription: "picked up, its ring callback lost", counts: true, answered: 2),
        Ring(testDescription: "not picked up, its ring callback lost", counts: true, ended: 40, outcome: .noAnswer),
        Ring(testDescription: "ended before the command", counts: false, ended: -2, outcome: .noAnswer),
        Ring(testDescription: "busy", counts: false, ended: 2, outcome: .busy),
        Ring(testDescription: "withdrawn", counts: false, ended: 2, outcome: .cancelled),
    ])
    func callsThatRangAfterTheCommand(_ ring: Ring) throws {
        let command = scratch.now + .seconds(5)
        try scratch.call(campaign, in: store) { attempt in
            attempt.state = ring.outcome == nil ? .ringing : .ended
            attempt.rangAt = ring.rang.map { command + .seconds($0) }
            attempt.answeredAt = ring.answered.map { command + .seconds($0) }
            attempt.endedAt = ring.ended.map { command + .seconds($0) }
            attempt.outcome = ring.outcome
            attempt.withdrawal = .cancelled
        }
        #expect(try store.write { try $0.callsThatRang(of: campaign, after: command) } == (ring.counts ? 1 : 0))
    }

    @Test func aPauseWithdrawsQueuedCallsOnlyOnRequest() throws {
        let calls = try calls()
        #expect(try store.pause("spring", at: scratch.now) == .done(queued: 3, areOnTheirWay: true))
        #expect(try attempt(calls[.queued]).withdrawAt == nil)
        #expect(try store.pause("spring", at: scratch.now) == .already)
        // The request may come later.
        #expect(try store.pause("spring", withdrawing: true, at: scratch.now) == .done(queued: 3, areOnTheirWay: true))
        #expect(try attempt(calls[.queued]).withdrawal == .requeue)
    }

    @Test func afterAResumeWithdrawalStopsAndAWithdrawnCallIsMadeAgain() throws {
        let calls = try calls()
        #expect(try store.pause("spring", withdrawing: true, at: scratch.now) == .done(queued: 3, areOnTheirWay: true))
        #expect(try attempt(calls[.ringing]).withdrawal == nil)
        #expect(try store.resume("spring") == .done(queued: 3, areOnTheirWay: true))
        let call = try attempt(calls[.queued])
        #expect(call.withdrawAt == nil && call.withdrawal == .requeue)
        #expect(try state() == .waiting)
    }

    @Test func pendingContactsAreFinishedInSlices() throws {
        _ = try calls()
        let finish = { (limit: Int) in
            try store.write { try $0.finishPending(of: campaign, as: .cancelled, limit: limit) }
        }
        #expect(try finish(3) == 3)
        #expect(try finish(3) == 1)
        #expect(try finish(3) == 0)
        let progress = try #require(try store.status(isDaemonRunning: true, at: scratch.now).campaigns.first?.progress)
        #expect(progress.isConsistent && progress[.cancelled] == 4 && progress[.finished] == 5)
    }
}
