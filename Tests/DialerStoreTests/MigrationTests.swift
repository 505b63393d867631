import DialerCore
import DialerStore
import Foundation
import Synchronization
import TestSupport
import Testing

/// Databases of older versions, and the copy that is kept of them.
struct MigrationTests {
    private let scratch: Scratch
    private var folder: URL { scratch.directory.appendingPathComponent("backups") }
    private var backup: URL { folder.appendingPathComponent("dialerd-before-schema-3.sqlite3") }

    init() throws {
        scratch = try Scratch()
    }

    private func makeOld(_ version: Int, contacts: Int = 0) throws {
        let store = try Store(path: scratch.path, options: StoreOptions(schema: version))
        try store.setDaemon(pid: version, version: "0.\(version)", startedAt: scratch.now)
        if contacts > 0 { try scratch.campaign(contacts: contacts, in: store) }
        try store.close()
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test(arguments: [1, 2])
    func aCopyIsKeptOfADatabaseThatIsMigrated(_ version: Int) throws {
        try makeOld(version, contacts: version == 2 ? 3000 : 0)
        let told = Mutex<[Migration]>([])
        var options = StoreOptions()
        options.willMigrate = { migration in told.withLock { $0.append(migration) } }
        let store = try Store(path: scratch.path, options: options)
        #expect(told.withLock { $0.map(\.from) } == [version] && told.withLock { $0.map(\.to) } == [3])
        #expect(told.withLock { $0.map(\.backup) } == [backup.path])
        let report = try store.status(isDaemonRunning: true, at: scratch.now)
        #expect(
            report.daemon.pid == version && report.campaigns.map(\.progress.contacts) == (version == 2 ? [3000] : [])
        )
        #expect(try store.isShrinkable)
        try store.checkIntegrity()

        #expect(try names() == [backup.lastPathComponent])
        #expect(fileMode(backup.path) == 0o640)
        #expect(throws: StoreError.older(path: backup.path)) { try Store(path: backup.path, access: .readOnly) }
        try FileManager.default.removeItem(at: backup)
        try store.close()
        _ = try Store(path: scratch.path, options: options)
        #expect(try names().isEmpty && told.withLock { $0.count } == 1, "once")
    }

    @Test func aNewDatabaseNeedsNone() throws {
        let store = try scratch.store()
        #expect(try store.isShrinkable && !FileManager.default.fileExists(atPath: folder.path))
    }

    @Test func withoutACopyNothingIsMigrated() throws {
        try makeOld(2)
        try Data().write(to: folder)
        let error = #expect(throws: StoreError.self) { try scratch.store() }
        #expect(error?.description.contains("no backup of it can be made") == true)
        for access in [Store.Access.control, .readOnly] {
            #expect(throws: StoreError.older(path: scratch.path), "and nobody else migrates it") {
                try Store(path: scratch.path, access: access)
            }
        }
        try FileManager.default.removeItem(at: folder)
        #expect(try scratch.store().isShrinkable)
        #expect(try names() == [backup.lastPathComponent])
    }

    /// The process ended behind the backup, or in the middle of it, and an older version has worked since.
    @Test func aCopyOfAnEarlierTryIsReplaced() throws {
        try makeOld(2)
        let store = try Store(path: scratch.path, access: .backup)
        try makeFolder(folder.path)
        try store.backup(to: backup.path, at: scratch.now)
        for leftover in [".part", ".part-journal"] {
            try Data(repeating: 0x41, count: 5000).write(to: URL(filePath: backup.path + leftover))
        }
        try makeOld(2, contacts: 7)
        _ = try scratch.store()
        #expect(try names() == [backup.lastPathComponent])
        try FileManager.default.moveItem(atPath: backup.path, toPath: scratch.path + "-restored")
        let restored = try Store(path: scratch.path + "-restored")
        #expect(try restored.status(isDaemonRunning: true, at: scratch.now).campaigns.map(\.progress.contacts) == [7])
    }
}
