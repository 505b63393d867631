import DialerCore
import DialerStore
import DialerTestSupport
import Foundation
import Testing

struct StoreTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    @Test func readersAndCommandsNeverMakeADatabase() throws {
        for access in [Store.Access.readOnly, .control] {
            #expect(throws: StoreError.missing(path: scratch.path)) { try Store(path: scratch.path, access: access) }
        }
        #expect(!FileManager.default.fileExists(atPath: scratch.path))
    }

    @Test func everyCommitIsOnDiskWhoeverWrites() throws {
        let store = try scratch.store()
        #expect(try store.durability == .full)
        #expect(try Store(path: scratch.path, access: .control).durability == .full)
        #expect(try Store(path: scratch.path, options: StoreOptions(durability: .off)).durability == .off)
    }

    @Test func whatIsNoDatabaseIsRefusedWithTheWayOut() throws {
        try Data(repeating: 0x41, count: 8192).write(to: URL(filePath: scratch.path))
        let error = #expect(throws: StoreError.self) { try Store(path: scratch.path) }
        #expect(error?.description.contains("restore the last backup") == true)
    }

    @Test func aDamagedDatabaseIsFound() throws {
        let store = try scratch.store()
        try scratch.campaign(contacts: 2000, in: store)
        try store.checkIntegrity()
        try store.close()
        let file = try FileHandle(forUpdating: URL(filePath: scratch.path))
        let size = try file.seekToEnd()
        for offset in stride(from: UInt64(8192), to: size - 4096, by: 4096) {
            try file.seek(toOffset: offset)
            try file.write(contentsOf: Data(repeating: 0xFF, count: 64))
        }
        try file.close()
        #expect(throws: StoreError.self) { try Store(path: scratch.path).checkIntegrity() }
    }

    @Test func statusShowsTheDaemonAndTheWaitingFiles() throws {
        let store = try scratch.store()
        try store.setDaemon(pid: 4711, version: "0.1.0", startedAt: scratch.now)
        let summer = WaitingFile(name: "summer", waitingFor: "summer.csv")
        try store.setWaitingFiles([WaitingFile(name: "autumn", waitingFor: "room"), summer])
        try store.setWaitingFiles([summer])
        let report = try store.status(isDaemonRunning: true, at: scratch.now)
        #expect(report.daemon.pid == 4711 && report.daemon.version == "0.1.0")
        #expect(report.daemon.startedAt == scratch.now.rfc3339)
        #expect(report.files == [summer])
    }

    @Test func withoutADaemonStatusSaysSo() throws {
        let store = try scratch.store()
        try scratch.campaign(contacts: 3, in: store)
        let report = try store.status(isDaemonRunning: false, at: scratch.now)
        #expect(report.daemon.state == .stopped && report.daemon.pid == nil)
        #expect(report.campaigns.first?.reason?.contains("not running") == true)
    }

    @Test func pauseAndResume() throws {
        let store = try scratch.store()
        let importer = try Importer(.sample(), store: store, at: scratch.now)
        try importer.add(.samples(0..<3))
        #expect(try store.pause("spring", at: scratch.now) == .notPossible(.importing))
        try importer.commit(rows: 3, rejected: 0, at: scratch.now)
        #expect(try store.resume("spring") == .already)
        #expect(try store.pause("spring", at: scratch.now) == .done(queued: 0))
        #expect(try store.pause("spring", at: scratch.now) == .already)
        #expect(try store.status(isDaemonRunning: true, at: scratch.now).campaigns.first?.state == .paused)
        #expect(try store.resume("spring") == .done(queued: 0))
        #expect(try store.pause("autumn", at: scratch.now) == .unknownCampaign)
    }
}
