import DialerCore
import DialerStore
import Testing

/// Which calls count for `attempt_limits`, and when the number can be called again.
struct AttemptLimitTests {
    private let scratch: Scratch
    private let store: Store

    init() throws {
        scratch = try Scratch()
        store = try scratch.store()
    }

    private func end(of limit: AttemptLimit, at instant: WallTime) throws -> WallTime? {
        let calls = try store.write { try $0.calls(to: Scratch.number(0), countedBy: [limit], at: instant) }
        return limit.end(after: calls, at: instant)
    }

    @Test func callsOfEveryCampaignCountOverARollingPeriod() throws {
        let limit = AttemptLimit(max: 2, within: .seconds(3600))
        for (index, name) in ["spring", "summer", "autumn"].enumerated() {
            let campaign = try scratch.campaign(name, contacts: 2, in: store).campaign
            let instant = scratch.now + .seconds(index * 1000)
            #expect(try end(of: limit, at: instant) == (index == 2 ? scratch.now + .seconds(3600) : nil))
            // The calls to the other number do not count.
            try scratch.call(campaign, count: 2, in: store, at: instant) { $0.state = .queued }
        }
        // Calls at 0, 1000 and 2000 s.
        #expect(try end(of: limit, at: scratch.now + .seconds(2000)) == scratch.now + .seconds(4600))
        #expect(try end(of: limit, at: scratch.now + .milliseconds(4_599_999)) == scratch.now + .seconds(4600))
        #expect(try end(of: limit, at: scratch.now + .seconds(4600)) == nil)
        #expect(try end(of: AttemptLimit(max: 4, within: .seconds(9999)), at: scratch.now) == nil)
    }

    struct Past: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var counts: Bool
        var state: AttemptState
        var outcome: Outcome?
        var withdrawal: Withdrawal?
        var causeCode: Int?
        var hasRung = false
    }

    @Test(arguments: [
        Past(testDescription: "on the wire", counts: true, state: .dialing),
        Past(testDescription: "queued", counts: true, state: .queued),
        Past(testDescription: "queued, to be withdrawn", counts: true, state: .queued, withdrawal: .requeue),
        Past(testDescription: "in doubt", counts: true, state: .inDoubt),
        Past(testDescription: "unknown", counts: true, state: .ended, outcome: .unknown),
        Past(testDescription: "answered", counts: true, state: .ended, outcome: .answered, causeCode: 4000),
        Past(testDescription: "declined", counts: true, state: .ended, outcome: .rejected, causeCode: 3110),
        Past(testDescription: "refused by the API", counts: false, state: .ended, outcome: .rejected),
        Past(testDescription: "not placed", counts: false, state: .notPlaced),
        Past(
            testDescription: "cancelled in the queue",
            counts: false,
            state: .ended,
            outcome: .cancelled,
            withdrawal: .cancelled,
            causeCode: 1000
        ),
        Past(
            testDescription: "suppressed in the queue",
            counts: false,
            state: .ended,
            outcome: .suppressed,
            withdrawal: .suppressed,
            causeCode: 1000
        ),
        Past(
            testDescription: "withdrawn by a pause",
            counts: false,
            state: .ended,
            outcome: .failed,
            withdrawal: .requeue,
            causeCode: 1000
        ),
        Past(
            testDescription: "withdrawn too late: it rang",
            counts: true,
            state: .ended,
            outcome: .cancelled,
            withdrawal: .cancelled,
            causeCode: 1000,
            hasRung: true
        ),
        Past(
            testDescription: "hung up by another user of the account",
            counts: true,
            state: .ended,
            outcome: .failed,
            causeCode: 1000
        ),
    ])
    func callsThatMayHaveRungCount(_ past: Past) throws {
        let campaign = try scratch.campaign(contacts: 1, in: store).campaign
        let (now, limit) = (scratch.now, AttemptLimit(max: 1, within: .seconds(60)))
        try scratch.call(campaign, in: store) { attempt in
            attempt.state = past.state
            attempt.outcome = past.outcome
            attempt.withdrawal = past.withdrawal
            attempt.causeCode = past.causeCode
            attempt.rangAt = past.hasRung ? now : nil
        }
        #expect(try end(of: limit, at: now) == (past.counts ? now + .seconds(60) : nil))
    }
}
