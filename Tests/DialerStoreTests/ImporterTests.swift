import DialerCore
import DialerStore
import Testing

struct ImporterTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    @Test func nobodySeesACampaignBeforeItsLastSlice() throws {
        let store = try scratch.store()
        let importer = try Importer(Scratch.new(), store: store, at: scratch.now)
        try importer.add(Scratch.contacts(0..<10))
        #expect(try store.status(isDaemonRunning: true, at: scratch.now).campaigns.map(\.state) == [.importing])
        #expect(try store.status(isDaemonRunning: true, at: scratch.now).campaigns.map(\.progress.contacts) == [0])
        #expect(try store.columns(ofCampaign: "spring") == nil)
        #expect(try store.campaign(ofFile: "spring") == nil)
        try importer.commit(rows: 10, rejected: 0, at: scratch.now)
        let status = try #require(try store.status(isDaemonRunning: true, at: scratch.now).campaigns.first)
        #expect(status.state == .running && status.progress[.pending] == 10 && status.progress.isConsistent)
        #expect(try store.campaign(ofFile: "spring") == "spring")
    }

    @Test func aNumberTwiceIsDialledOnce() throws {
        let store = try scratch.store()
        let importer = try Importer(Scratch.new(), store: store, at: scratch.now)
        try importer.add(Scratch.contacts(0..<10))
        try importer.add(Scratch.contacts(5..<15) + Scratch.contacts(14..<15))
        try importer.commit(rows: 21, rejected: 0, at: scratch.now)
        #expect(importer.contacts == 15 && importer.duplicates == 6)
        #expect(try store.unfiledCampaigns().map(\.counts.duplicates) == [6])
    }

    @Test func whatACrashHasLeftOfAnImportIsRemoved() throws {
        let store = try scratch.store()
        let whole = try Importer(Scratch.new("whole"), store: store, at: scratch.now)
        try whole.add(Scratch.contacts(0..<3))
        try whole.commit(rows: 3, rejected: 0, at: scratch.now)
        let broken = try Importer(Scratch.new("broken"), store: store, at: scratch.now)
        try broken.add(Scratch.contacts(0..<6000))
        #expect(try store.removeBrokenImports() == 1)
        #expect(try store.removeBrokenImports() == 0)
        #expect(try store.status(isDaemonRunning: true, at: scratch.now).campaigns.map(\.name) == ["whole"])
        let again = try Importer(Scratch.new("broken"), store: store, at: scratch.now)
        try again.add(Scratch.contacts(0..<6000))
        try again.commit(rows: 6000, rejected: 0, at: scratch.now)
        #expect(again.contacts == 6000)
    }

    @Test func aCampaignWithAStartWaitsForIt() throws {
        let store = try scratch.store()
        let importer = try Importer(Scratch.new(startAt: scratch.now + .seconds(60)), store: store, at: scratch.now)
        try importer.add(Scratch.contacts(0..<1))
        try importer.commit(rows: 1, rejected: 0, at: scratch.now)
        let status = try #require(try store.status(isDaemonRunning: true, at: scratch.now).campaigns.first)
        #expect(status.state == .waiting)
        #expect(status.reason == "it starts at \((scratch.now + .seconds(60)).rfc3339)")
    }

    @Test func theResultsHaveOneLineAContactInTheOrderOfTheFile() throws {
        let store = try scratch.store()
        for name in ["one", "two"] {
            let importer = try Importer(Scratch.new(name), store: store, at: scratch.now)
            for start in stride(from: 0, to: 5000, by: 1000) {
                try importer.add(Scratch.contacts(start..<(start + 1000)))
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
        #expect(values.contains(["Person \"4321\"\n\u{1}, é"]))
        #expect(values.count == 5000)
    }
}
