import DialerCore
import DialerStore
import DialerTestSupport
import Testing

struct ImporterTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    @Test func aCampaignIsInvisibleBeforeItsLastSlice() throws {
        let store = try scratch.store()
        let importer = try Importer(.sample(), store: store, at: scratch.now)
        try importer.add(.samples(0..<10))
        #expect(try store.status(isDaemonRunning: true, at: scratch.now).campaigns.map(\.state) == [.importing])
        #expect(try store.status(isDaemonRunning: true, at: scratch.now).campaigns.map(\.progress.contacts) == [0])
        #expect(try store.columns(ofCampaign: "spring") == nil)
        #expect(try store.campaign(ofFile: "spring") == nil)
        try importer.commit(rows: 10, rejected: 0, at: scratch.now)
        let status = try #require(try store.status(isDaemonRunning: true, at: scratch.now).campaigns.first)
        #expect(status.state == .running && status.progress[.pending] == 10 && status.progress.isConsistent)
        #expect(try store.campaign(ofFile: "spring") == "spring")
    }

    @Test func aRepeatedNumberIsImportedOnce() throws {
        let store = try scratch.store()
        let importer = try Importer(.sample(), store: store, at: scratch.now)
        try importer.add(.samples(0..<10))
        try importer.add(.samples(5..<15) + .samples(14..<15))
        try importer.commit(rows: 21, rejected: 0, at: scratch.now)
        #expect(importer.contacts == 15 && importer.duplicates == 6)
        #expect(try store.unfiledCampaigns().map(\.receipt.duplicates) == [6])
    }

    @Test func aBrokenImportIsRemoved() throws {
        let store = try scratch.store()
        try scratch.campaign("whole", contacts: 3, in: store)
        let broken = try Importer(.sample("broken"), store: store, at: scratch.now)
        try broken.add(.samples(0..<6000))
        #expect(try store.removeBrokenImports() == 1)
        #expect(try store.removeBrokenImports() == 0)
        #expect(try store.status(isDaemonRunning: true, at: scratch.now).campaigns.map(\.name) == ["whole"])
        #expect(try scratch.campaign("broken", contacts: 6000, in: store).contacts == 6000)
    }

    @Test func aCampaignWithAStartWaitsForIt() throws {
        let store = try scratch.store()
        let start = scratch.now + .seconds(60)
        try scratch.campaign(contacts: 1, in: store) { $0.startAt = start }
        let status = try #require(try store.status(isDaemonRunning: true, at: scratch.now).campaigns.first)
        #expect(status.state == .waiting)
        #expect(status.reason == "it starts at \(start.rfc3339)")
    }

    @Test func theResultsHaveOneLineAContactInTheOrderOfTheFile() throws {
        let store = try scratch.store()
        for name in ["one", "two"] {
            let importer = try Importer(.sample(name), store: store, at: scratch.now)
            for start in stride(from: 0, to: 5000, by: 1000) {
                try importer.add(.samples(start..<(start + 1000)))
            }
            try importer.commit(rows: 5000, rejected: 0, at: scratch.now)
        }
        var rows: [Int] = []
        var values: Set<[String]> = []
        try store.forEachResult(ofCampaign: "two") { page in
            rows += page.map(\.row)
            values.formUnion(page.map(\.values))
        }
        #expect(rows == Array(2..<5002))
        #expect(values.contains(["Person \"4321\"\t\u{1}, é"]))
        #expect(values.count == 5000)
    }
}
