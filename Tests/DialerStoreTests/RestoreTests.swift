import DialerCore
import DialerStore
import DialerTestSupport
import Foundation
import Testing

struct RestoreTests {
    private let scratch: Scratch
    private let store: Store
    private var copy: String { path("copy.sqlite3") }
    private var target: String { path("restored.sqlite3") }

    /// Makes a campaign of five contacts, two of whom have been called.
    init() throws {
        scratch = try Scratch()
        store = try scratch.store()
        let spring = try scratch.campaign(contacts: 5, in: store)
        try scratch.call(spring.campaign, in: store) { $0.state = .queued }
        try scratch.call(spring.campaign, in: store, change: Self.end)
    }

    private func path(_ name: String) -> String { scratch.directory.appendingPathComponent(name).path }

    private static func end(_ attempt: inout Attempt) {
        attempt.state = .ended
        attempt.outcome = .answered
    }

    private func backup() throws -> BackupCopy {
        try store.backup(to: copy, at: scratch.now)
        return try BackupCopy(path: copy)
    }

    @Test func aBackupHasTheTimeOfItsMaking() throws {
        #expect(try backup().madeAt == scratch.now)
        #expect(try BackupCopy(path: scratch.path).madeAt == nil, "the database itself is not a backup")
    }

    @Test func aFreshBackupLacksNothing() throws {
        let backup = try backup()
        #expect(try backup.losses(against: scratch.path).isNone)
        #expect(try backup.losses(against: copy).isNone)
    }

    @Test func laterChangesCountAsLosses() throws {
        let backup = try backup()
        let later = scratch.now + .seconds(60)
        let autumn = try scratch.campaign("autumn", contacts: 3, in: store)
        try scratch.call(autumn.campaign, in: store, at: later + .seconds(1)) { $0.state = .queued }
        try scratch.call(autumn.campaign, in: store, at: later, change: Self.end)
        _ = try store.addDoNotCall([.phone(15_559_999_999)], reason: "", source: "test", at: later)
        let losses = try backup.losses(against: scratch.path)
        #expect(losses.attempts == 2)
        #expect(losses.ends == 1)
        #expect(losses.doNotCall == 1)
        #expect(losses.campaigns == 1)
        #expect(losses.since == scratch.now, "the import was the first loss")
    }

    /// The same id may stand for another call.
    @Test func callsAreComparedByIDAndTime() throws {
        let other = try Scratch()
        let database = try other.store()
        let spring = try other.campaign(contacts: 5, in: database)
        try other.call(spring.campaign, in: database, at: other.now + .seconds(9)) { $0.state = .queued }
        #expect(try backup().losses(against: other.path).attempts == 1)
    }

    /// The rows of an archived campaign have been removed.
    @Test func callsOfAnArchivedCampaignAreCountedByItsCounters() throws {
        let other = try Scratch()
        let database = try other.store()
        let campaign = try other.campaign(contacts: 3, in: database).campaign
        try database.backup(to: copy, at: other.now)
        try other.call(campaign, count: 3, in: database, change: Self.end)
        try database.finish(campaign, at: other.now)
        #expect(try other.archive(in: database) == ["spring"])
        #expect(try other.removeArchived(in: database) > 0)
        let losses = try BackupCopy(path: copy).losses(against: other.path)
        #expect(losses.attempts == 3 && losses.ends == 3)
    }

    @Test func everyCampaignThatCouldCallIsHalted() throws {
        for name in ["paused", "cancelled", "waiting"] {
            let start = name == "waiting" ? scratch.now + .seconds(86_400) : nil
            try scratch.campaign(name, contacts: 2, in: store) { $0.startAt = start }
        }
        _ = try store.pause("paused", at: scratch.now)
        _ = try store.cancel("cancelled", at: scratch.now)
        let halted = try backup().write(to: target, from: "2026-11-22 03:00 UTC")
        #expect(halted == ["spring", "paused", "waiting"])
        let restored = try Store(path: target)
        let campaigns = try restored.status(isDaemonRunning: true, at: scratch.now).campaigns
        #expect(campaigns.map(\.name) == ["spring", "paused", "cancelled", "waiting"])
        #expect(campaigns.map(\.state) == [.halted, .halted, .cancelling, .halted])
        let reasons = ["spring", "paused"].map { name in
            CampaignReason.restored(moment: "2026-11-22 03:00 UTC", campaign: name).sentence
        }
        #expect(campaigns.prefix(2).map(\.reason) == reasons)
        #expect(campaigns[0].progress[.queued] == 1 && campaigns[0].progress[.finished] == 1)
        #expect(try BackupCopy(path: target).madeAt == nil, "a database in use has no stamp")
    }

    @Test func onlyOneFileIsWritten() throws {
        _ = try backup().write(to: target, from: "")
        let files = try FileManager.default.contentsOfDirectory(atPath: scratch.directory.path)
        #expect(
            files.filter { $0.hasPrefix("restored") || $0.hasPrefix("copy") }.sorted() == [
                "copy.sqlite3", "restored.sqlite3",
            ]
        )
    }

    @Test func theLogIsMerged() throws {
        try FileManager.default.copyItem(atPath: scratch.path, toPath: target)
        try FileManager.default.copyItem(atPath: scratch.path + "-wal", toPath: target + "-wal")
        #expect(!DatabaseFiles(target).isWhole)
        try Store.mergeLog(of: target)
        #expect(DatabaseFiles(target).isWhole)
        #expect(
            try Store(path: target, access: .readOnly).status(isDaemonRunning: true, at: scratch.now).campaigns.count
                == 1
        )
    }

    @Test func otherFilesAreRefused() throws {
        let text = path("text")
        try Data("not a database, and longer than a header has to be".utf8).write(to: URL(filePath: text))
        #expect(throws: StoreError.foreign(path: text)) { try BackupCopy(path: text) }
        let empty = path("empty")
        try Data().write(to: URL(filePath: empty))
        #expect(throws: StoreError.foreign(path: empty)) { try BackupCopy(path: empty) }
        #expect(throws: StoreError.missing(path: path("nothing"))) { try BackupCopy(path: path("nothing")) }
    }

    @Test func aDamagedBackupIsRefused() throws {
        _ = try backup()
        try Self.damage(copy)
        let error = #expect(throws: StoreError.self) { try BackupCopy(path: copy) }
        guard case .damaged? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func aDamagedDatabaseCannotBeCompared() throws {
        let backup = try backup()
        try FileManager.default.copyItem(atPath: copy, toPath: target)
        try Self.damage(target)
        #expect(throws: StoreError.self) { try backup.losses(against: target) }
    }

    /// Overwrites all pages but the first, which has the schema.
    private static func damage(_ path: String) throws {
        let file = try FileHandle(forUpdating: URL(filePath: path))
        let end = try file.seekToEnd()
        try file.seek(toOffset: 4096)
        try file.write(contentsOf: Data(repeating: 0xA5, count: Int(end) - 4096))
        try file.close()
    }
}
