import DialerCore
import DialerEngine
import DialerStore
import Testing

/// What an operator decides of doubt.
struct ResolveTests {
    private func doubt() throws -> (bench: TestBench, call: MakeCall) {
        let (bench, call) = try TestBench.dialing(contacts: 2)
        try bench.step(.answer(call.batch, .unclear(.timedOut)))
        return (bench, call)
    }

    @Test func whoIsInDoubtIsListedWithTheReason() throws {
        let (bench, call) = try doubt()
        try bench.hangup(call, TestBench.number(0))
        let listed = try #require(try bench.store.doubtfulContacts(ofCampaign: "spring"))
        #expect(listed.map(\.destination) == [TestBench.number(1)])
        #expect(listed.first?.answer == "Plivo did not answer in time")
        #expect(try bench.store.doubtfulContacts(ofCampaign: "autumn") == nil)
    }

    @Test func redialCallsAgainAndALateWordOfTheFirstCallIsNotTheSeconds() throws {
        let (bench, first) = try doubt()
        let listed = try #require(try bench.store.doubtfulContacts(ofCampaign: "spring"))
        #expect(try bench.store.resolve(listed, as: .redial, at: bench.now.wall) == 2)
        #expect(try bench.progress()[.pending] == 2)
        let second = try #require(try bench.dispatch().first)
        try bench.hangup(first, TestBench.number(0))
        #expect(try bench.progress()[.dialing] == 2)
        try bench.hangup(second, TestBench.number(0), CallEnd(causeCode: 3010))
        #expect(try bench.results().first?.outcome == .busy)
        #expect(try bench.results().first?.attempts == 2)
    }

    @Test func acceptEndsAsUnknownAndIsListedNoMore() throws {
        let (bench, _) = try doubt()
        let listed = try #require(try bench.store.doubtfulContacts(ofCampaign: "spring"))
        #expect(try bench.store.resolve([listed[0]], as: .accept, at: bench.now.wall) == 1)
        #expect(try bench.progress()[.unknown] == 1)
        #expect(try bench.store.doubtfulContacts(ofCampaign: "spring")?.map(\.id) == [listed[1].id])
    }

    @Test func redialOfAnUnknownContactReopensItsCampaign() throws {
        let (bench, _) = try doubt()
        let listed = try #require(try bench.store.doubtfulContacts(ofCampaign: "spring"))
        _ = try bench.store.resolve([listed[0]], as: .accept, at: bench.now.wall)
        _ = try bench.housekeeping(after: .seconds(100_000))
        #expect(try bench.status().state == .completed)
        let unknown = try #require(try bench.store.doubtfulContacts(ofCampaign: "spring"))
        #expect(try bench.store.resolve(unknown, as: .redial, at: bench.now.wall) == 1)
        _ = try bench.housekeeping(after: .seconds(1))
        #expect(try bench.status().state == .running)
        #expect(try bench.dispatch().map(\.destinations) == [[TestBench.number(1)]])
    }

    @Test func whatHasBeenSettledMeanwhileIsLeftAlone() throws {
        let (bench, call) = try doubt()
        let listed = try #require(try bench.store.doubtfulContacts(ofCampaign: "spring"))
        try bench.hangup(call, TestBench.number(0))
        #expect(try bench.store.resolve(listed, as: .redial, at: bench.now.wall) == 1)
        #expect(try bench.results().first?.outcome == .answered)
    }

    @Test func callsThatAllFailAlikeHaltTheCampaign() throws {
        let (bench, call) = try TestBench.queued(contacts: 120)
        for index in 0..<49 { try bench.hangup(call, TestBench.number(index), CallEnd(causeCode: 8011)) }
        #expect(try bench.status().state == .running)
        try bench.hangup(call, TestBench.number(49), CallEnd(causeCode: 8011))
        #expect(try bench.status().state == .halted)
    }
}
