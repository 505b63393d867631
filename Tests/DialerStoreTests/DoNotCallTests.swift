import DialerCore
import DialerStore
import Testing

struct DoNotCallTests {
    private let scratch: Scratch
    private let store: Store

    init() throws {
        scratch = try Scratch()
        store = try scratch.store()
    }

    private func add(_ destinations: [Destination], reason: String = "asked") throws -> DoNotCallAddition {
        try store.addDoNotCall(destinations, reason: reason, source: "dialerd dnc add", at: scratch.now)
    }

    private func entryCount() throws -> Int {
        var count = 0
        try store.forEachDoNotCallPage { count += $0.count }
        return count
    }

    @Test func anEntryKeepsItsTimeReasonAndSource() throws {
        let sip = Destination.sip("sip:john@phone.plivo.com")
        let first = try add([Scratch.number(0), sip])
        #expect(first.added == 2 && first.known == 0 && first.withdrawn == 0)
        let second = try store.addDoNotCall(
            [Scratch.number(0), Scratch.number(1)],
            reason: "again",
            source: "list.csv",
            at: scratch.now + .seconds(60)
        )
        #expect(second.added == 1 && second.known == 1)
        let entry = try #require(try store.doNotCall(Scratch.number(0)))
        #expect(entry.addedAt == scratch.now && entry.reason == "asked" && entry.source == "dialerd dnc add")
        #expect(try store.doNotCall(sip)?.destination == sip)
        #expect(try store.doNotCall(Scratch.number(2)) == nil)
        #expect(try entryCount() == 3)
    }

    @Test func removingReturnsTheNumberOfRemovedEntries() throws {
        _ = try add([Scratch.number(0), Scratch.number(1)])
        #expect(try store.removeDoNotCall([Scratch.number(1), Scratch.number(2)]) == 1)
        #expect(try store.doNotCall(Scratch.number(1)) == nil)
        #expect(try entryCount() == 1)
    }

    @Test func aLongListIsReadPageByPageInTheOrderOfNumbers() throws {
        let sip = (0..<5).map { Destination.sip("sip:user\($0)@example.com") }
        let numbers = (0..<2500).map(Scratch.number)
        _ = try add((sip + numbers).reversed())
        var read: [Destination] = []
        var pages = 0
        try store.forEachDoNotCallPage { page in
            read += page.map(\.destination)
            pages += 1
        }
        #expect(read == numbers + sip)
        #expect(pages == 3)
    }

    @Test func aLongListInAnyOrderIsAddedInSlices() throws {
        _ = try add([Scratch.number(7)])
        var list = DoNotCallImport()
        let count = DoNotCallImport.sliceSize + 1000
        for index in (0..<count).reversed() { list.add(Scratch.number(index)) }
        list.add(Scratch.number(3))
        list.add(.sip("sip:john@example.com"))
        var slices = 0
        let sum = try list.write(to: store, reason: "", source: "list.csv", at: scratch.now) { slices += 1 }
        #expect(sum.added == count && sum.known == 1 && sum.repeated == 1)
        #expect(slices == 2)
        #expect(try entryCount() == count + 1)
        #expect(try store.doNotCall(Scratch.number(7))?.reason == "asked")
    }

    @Test(arguments: AttemptState.allCases)
    func aCallThatHasNotBegunToRingIsWithdrawn(_ state: AttemptState) throws {
        let campaign = try scratch.campaign(contacts: 2, in: store).campaign
        let attempts = try scratch.call(campaign, count: 2, in: store) { attempt in
            attempt.state = state
            if state == .ended { attempt.outcome = .busy }
        }
        let isWaiting = [.dialing, .queued, .inDoubt].contains(state)
        #expect(try add([Scratch.number(0)]).withdrawn == (isWaiting ? 1 : 0))
        #expect(try add([Scratch.number(0)]).withdrawn == 0)
        let (listed, other) = try store.write { (try $0.attempt(attempts[0]), try $0.attempt(attempts[1])) }
        #expect(listed?.withdrawal == (isWaiting ? .suppressed : nil))
        #expect(listed?.withdrawAt == (isWaiting ? scratch.now : nil))
        #expect(other?.withdrawal == nil)
    }

    @Test func aClaimReadsTheListInItsOwnTransaction() throws {
        let campaign = try scratch.campaign(contacts: 3, in: store).campaign
        _ = try add([Scratch.number(1)])
        let ready = try store.write {
            try $0.readyContacts(of: campaign, in: [ZoneID(0)], at: scratch.now, limit: 10)
        }
        #expect(ready.map(\.isSuppressed) == [false, true, false])
    }

    @Test func listedNumbersAreSuppressedAtImport() throws {
        _ = try add([Scratch.number(1), Scratch.number(2), Scratch.number(77)])
        let importer = try scratch.campaign(contacts: 5, in: store)
        #expect(importer.contacts == 5 && importer.suppressed == 2)
        let progress = try #require(try store.status(isDaemonRunning: true, at: scratch.now).campaigns.first?.progress)
        #expect(progress.isConsistent && progress.contacts == 5)
        #expect(progress[.pending] == 3 && progress[.suppressed] == 2)
        #expect(try store.unfiledCampaigns().map(\.receipt.suppressed) == [2])
    }
}
