import DialerCore
import DialerEngine
import DialerStore
import Testing

/// The engine and campaigns that are archived.
struct ArchivedTests {
    private let bench: TestBench

    init() throws {
        bench = try TestBench()
    }

    /// - Returns: the request that made the calls.
    private func archive(_ name: String = "spring", settings: CampaignSettings = TestBench.settings) throws -> MakeCall
    {
        let campaign = try bench.campaign(name, contacts: 2, settings: settings)
        let call = try #require(try bench.dispatch().first)
        try bench.accept(call)
        for destination in call.destinations { try bench.hangup(call, destination) }
        try bench.step(.exported(campaign))
        try bench.store.markFiled(campaign)
        bench.advance(.seconds(3 * 86_400))
        let before = bench.now.wall - .seconds(2 * 86_400)
        #expect(try bench.store.archive(campaign, endedBefore: before, at: bench.now.wall))
        return call
    }

    private func remove() throws {
        while try bench.store.removeArchivedRows(limit: 1, at: bench.now.wall) {}
    }

    @Test(arguments: [false, true])
    func aLateCallbackChangesNothing(_ isRemoved: Bool) throws {
        let call = try archive()
        if isRemoved { try remove() }
        let before = try bench.progress()
        try bench.ring(call, TestBench.number(0))
        try bench.hangup(call, TestBench.number(1), CallEnd(causeCode: 3010, cost: Cost(units: 900)))
        #expect(try bench.progress() == before && before.isConsistent && before[.finished] == 2)
        #expect(try bench.status().state == .completed)
    }

    @Test func itsCallsCountForTheLimitsOfOthers() throws {
        var settings = TestBench.settings
        settings.attemptLimits = [AttemptLimit(max: 1, within: .seconds(10 * 86_400))]
        _ = try archive()
        try remove()
        try bench.campaign("summer", contacts: 3, settings: settings)
        #expect(try bench.dispatch().flatMap(\.destinations) == [TestBench.number(2)], "the others were called")
        bench.advance(.seconds(8 * 86_400))
        #expect(try bench.dispatch().flatMap(\.destinations).count == 2)
    }

    /// What is behind the front of Plivo's queue is told by the numbers of batches: an empty table must not begin anew.
    @Test func theQueueIsReckonedWithAfterIt() throws {
        let first = try archive()
        try remove()
        try bench.campaign("summer", contacts: 3)
        let next = try #require(try bench.dispatch().first)
        #expect(next.batch > first.batch)
        try bench.accept(next)
        #expect(try bench.store.write { try $0.callsWaitingToRing(from: first.batch) } == 3)
    }
}
