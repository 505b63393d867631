import DialerCore
import DialerStore
import Testing

/// The database and its log do not grow without bound.
struct SizeTests {
    private let scratch: Scratch
    private let store: Store

    init() throws {
        scratch = try Scratch()
        store = try scratch.store()
    }

    private var reserve: Int { 20 }

    private func shrink() throws -> Int {
        var slices = 1
        while try store.giveBack(pages: 50, keeping: reserve) { slices += 1 }
        _ = try store.cutLog(above: 0)
        return slices
    }

    @Test func theFileShrinksWhenACampaignIsArchived() throws {
        try scratch.finishedCampaign(contacts: 6000, in: store)
        let full = try store.size
        #expect(try shrink() == 1 && store.size == full, "there are no unused pages")
        try scratch.archive(in: store)
        try scratch.removeArchived(in: store)
        #expect(try store.size == full, "unused pages still belong to the file")
        #expect(try shrink() > 2)
        let small = try store.size
        #expect(small < full / 2)
        try store.checkIntegrity()
        #expect(try !store.giveBack(pages: 50, keeping: reserve) && store.size == small, "the reserve is kept")
        try scratch.finishedCampaign("summer", contacts: 100, in: store)
    }

    @Test func theLogIsCutWhileOthersReadAndWrite() throws {
        let limit: Int64 = 1 << 20
        try scratch.campaign(contacts: 9000, in: store)
        var largest: Int64 = 0
        var number = 0
        let reader = try Store(path: scratch.path, access: .readOnly)
        try reader.forEachResult(ofCampaign: "spring") { page in
            for _ in 0..<20 {
                number += 100_000
                let numbers = (0..<2000).map { Destination.phone(15_000_000_000 + Int64(number + $0)) }
                _ = try store.addDoNotCall(numbers, reason: "", source: "test", at: scratch.now)
            }
            #expect(!page.isEmpty && store.logSize > limit)
            largest = max(largest, store.logSize)
            #expect(try store.cutLog(above: limit), "between two pages of results, no snapshot is open")
            #expect(store.logSize == 0)
        }
        #expect(largest < 8 * limit)
    }

    @Test func aLogThatIsBeingReadIsCutLater() throws {
        try scratch.campaign(contacts: 3000, in: store, zones: ["East"])
        _ = try store.cutLog(above: 0)
        let store = store
        let now = scratch.now
        // The store asks for zones within the reader's snapshot.
        let zones = CallbackZones {
            let numbers = (0..<3000).map { Destination.phone(15_000_000_000 + Int64($0)) }
            _ = try store.addDoNotCall(numbers, reason: "", source: "test", at: now)
            #expect(try !store.cutLog(above: 0), "the log has changes that the reader's snapshot does not have")
            #expect(store.logSize > 0)
            _ = try store.addDoNotCall([Scratch.number(1)], reason: "", source: "test", at: now)
        }
        let reader = try Store(path: scratch.path, access: .readOnly)
        let report = try reader.explain(Scratch.number(1), isDaemonRunning: true, timeZones: zones, at: now)
        #expect(report.contacts.count == 1)
        #expect(try store.cutLog(above: 0) && store.logSize == 0)
        let copy = scratch.path + "-copy"
        try store.backup(to: copy, at: scratch.now)
        #expect(try Store(path: copy).isShrinkable)
    }
}

private struct CallbackZones: TimeZones {
    var body: @Sendable () throws -> Void

    func zone(_ name: String) -> TimeZoneRules? {
        #expect(throws: Never.self) { try body() }
        return TimeZoneRules(fixedOffset: 7200)
    }
}
