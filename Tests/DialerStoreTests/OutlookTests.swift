import DialerCore
import DialerStore
import DialerTestSupport
import Testing

struct OutlookTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    @Test func pendingContactsOfRunningCampaignsAreCountedByZone() throws {
        let store = try scratch.store()
        for (name, isPaused) in [("spring", false), ("paused", true)] {
            let zones = [["America/New_York"], ["America/New_York"], ["America/Chicago", "America/New_York"], []]
            try store.importCampaign(.sample(name), contacts: 0..<4, zones: { zones[$0] }, at: scratch.now)
            if isPaused { _ = try store.pause(name, at: scratch.now) }
        }
        let running = try store.runningCampaigns()
        #expect(running.map(\.name) == ["spring"])
        #expect(
            running.first?.pending
                == [["America/New_York"]: 2, ["America/Chicago", "America/New_York"]: 1, []: 1]
        )
    }

    @Test func numbersOnTheListAreFoundAmongOthers() throws {
        let store = try scratch.store()
        let uri = Destination.sip("sip:a\\b@example.com")
        _ = try store.addDoNotCall([.phone(14_155_550_101), uri], reason: "", source: "test", at: scratch.now)
        let asked: [Destination] = [.phone(14_155_550_100), .phone(14_155_550_101), uri, .sip("sip:c@example.com")]
        #expect(try store.doNotCall(among: asked) == [1, 2])
        #expect(try store.doNotCall(among: []).isEmpty)
    }

    @Test func withoutCallsThereIsNoPastCost() throws {
        let past = try scratch.store().pastCost()
        #expect(past.calls == 0 && past.cost == .zero)
    }
}
