import DialerCore
import DialerStore
import DialerTestSupport
import Testing

/// Attempt limits count the calls of archived campaigns.
struct PastCallTests {
    private let scratch: Scratch
    private let store: Store

    init() throws {
        scratch = try Scratch()
        store = try scratch.store()
    }

    private func end(_ limit: AttemptLimit, at instant: WallTime) throws -> WallTime? {
        let calls = try store.write { try $0.calls(to: Scratch.number(0), countedBy: [limit], at: instant) }
        return limit.end(after: calls, at: instant)
    }

    private func forget(at instant: WallTime) throws -> Int {
        var slices = 0
        while try store.forgetPastCalls(limit: 10, at: instant) { slices += 1 }
        return slices
    }

    @Test func limitsStayTheSame() throws {
        // Calls at 0, 60 and 120 s, and one of another campaign in the same millisecond as the first.
        try scratch.finishedCampaign(contacts: 2, calls: 3, in: store)
        try scratch.finishedCampaign("summer", contacts: 2, in: store)
        let limits = [1, 2, 3, 4, 5].map { AttemptLimit(max: $0, within: .seconds(200 * 86_400)) }
        let before = try limits.map { try end($0, at: scratch.muchLater) }
        #expect(before.compactMap { $0 }.count == 4)
        #expect(try scratch.archive(in: store) == ["spring", "summer"])
        #expect(try limits.map { try end($0, at: scratch.muchLater) } == before, "before any row is removed")
        while try store.removeArchivedRows(limit: 1, at: scratch.muchLater) {
            #expect(try limits.map { try end($0, at: scratch.muchLater) } == before, "while rows are removed")
        }
    }

    @Test func callsThatNoLimitCountsAreNotKept() throws {
        let campaign = try scratch.campaign(contacts: 1, in: store).campaign
        try scratch.call(campaign, in: store) { $0.state = .notPlaced }
        try scratch.call(campaign, in: store, at: scratch.now + .seconds(60)) { attempt in
            attempt.state = .ended
            attempt.outcome = .rejected
        }
        try store.finish(campaign, at: scratch.now + .seconds(60))
        try scratch.finishedCampaign("summer", contacts: 2, in: store)
        try scratch.archive(in: store)
        try scratch.removeArchived(in: store)
        #expect(try explain().archivedCalls == [scratch.now])
    }

    @Test func callsThatNoLimitReachesAreForgotten() throws {
        try scratch.finishedCampaign(contacts: 25, calls: 2, in: store)
        try scratch.archive(in: store)
        try scratch.removeArchived(in: store)
        let period = AttemptLimit.periods.upperBound
        let limit = AttemptLimit(max: 1, within: period)
        #expect(try end(limit, at: scratch.now + period) == scratch.now + .seconds(60) + period)
        #expect(try forget(at: scratch.now + period - .milliseconds(1)) == 0)
        #expect(try forget(at: scratch.now + period) == 3, "25 calls, 10 a slice")
        #expect(try explain().archivedCalls == [scratch.now + .seconds(60)])
        #expect(try forget(at: scratch.now + period + .seconds(60)) > 0)
        #expect(try end(limit, at: scratch.now + period) == nil)
    }

    @Test func explainShowsPastCalls() throws {
        #expect(try explain().archivedUntil == nil)
        try scratch.finishedCampaign(contacts: 2, calls: 2, in: store)
        try scratch.finishedCampaign("young", contacts: 5, in: store)
        let limit = AttemptLimit(max: 2, within: .seconds(365 * 86_400))
        try scratch.campaign("summer", contacts: 1, in: store) { $0.attemptLimits = [limit] }
        let before = try explain()
        try scratch.archive(in: store)
        try scratch.removeArchived(in: store)
        let after = try explain()
        #expect(before.contacts.map(\.campaign) == ["spring", "young", "summer"])
        #expect(after.contacts.map(\.campaign) == ["summer"])
        #expect(after.contacts.first?.forecast == before.contacts.last?.forecast)
        #expect(
            after.contacts.first?.forecast.blocks.contains { if case .attemptLimit = $0 { true } else { false } }
                == true
        )
        #expect(after.archivedUntil == scratch.now + .seconds(120))
        #expect(after.archivedCalls == [60, 0, 0].map { scratch.now + .seconds($0) } && !after.isEmpty)
    }

    private func explain() throws -> NumberReport {
        try store.explain(Scratch.number(0), isDaemonRunning: true, timeZones: FixedZones(), at: scratch.muchLater)
    }
}
