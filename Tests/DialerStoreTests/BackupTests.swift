import DialerCore
import DialerStore
import Foundation
import Testing

struct BackupTests {
    private let scratch: Scratch
    private var copy: String { scratch.directory.appendingPathComponent("copy.part").path }

    init() throws {
        scratch = try Scratch()
    }

    @Test(arguments: [Store.Access.readWrite, .backup])
    func aCopyHasTheSameContents(_ access: Store.Access) throws {
        let store = try scratch.store()
        try scratch.campaign(contacts: 5000, in: store)
        _ = try store.addDoNotCall([.phone(15_550_000_001)], reason: "asked", source: "test", at: scratch.now)
        // Most of the database is still in the log.
        try Store(path: scratch.path, access: access).backup(to: copy, at: scratch.now)
        let files = try FileManager.default.contentsOfDirectory(atPath: scratch.directory.path)
        #expect(files.filter { $0.hasPrefix("copy") } == ["copy.part"], "one file, without a log")
        let restored = try Store(path: copy)
        #expect(
            try restored.status(isDaemonRunning: false, at: scratch.now)
                == store.status(isDaemonRunning: false, at: scratch.now)
        )
        #expect(try restored.doNotCall(.phone(15_550_000_001)) == store.doNotCall(.phone(15_550_000_001)))
        try scratch.campaign("summer", contacts: 10, in: restored)
    }

    /// Two numbers that are added in one transaction.
    private static func pair(_ index: Int) -> [Destination] {
        (0...1).map { .phone(Int64(15_551_000_000 + 2 * index + $0)) }
    }

    private static func addPairs(to store: Store, at now: WallTime) async throws {
        for index in 0..<200 {
            _ = try store.addDoNotCall(pair(index), reason: "", source: "test", at: now)
        }
    }

    @Test func aCopyIsOneSnapshotWhileOthersWrite() async throws {
        let store = try scratch.store()
        try scratch.campaign(contacts: 5000, in: store)
        let reader = try Store(path: scratch.path, access: .backup)
        let (now, copy) = (scratch.now, copy)
        async let writing: Void = Self.addPairs(to: store, at: now)
        for _ in 0..<5 {
            try? FileManager.default.removeItem(atPath: copy)
            try reader.backup(to: copy, at: now)
            let restored = try Store(path: copy, access: .readOnly)
            for index in 0..<200 {
                let entries = try Self.pair(index).map { try restored.doNotCall($0) }
                #expect((entries[0] == nil) == (entries[1] == nil))
            }
        }
        try await writing
        let last = try #require(Self.pair(199).last)
        #expect(try store.doNotCall(last) != nil, "no write fails")
    }

    @Test func theErrorNamesACopyThatCannotBeWritten() throws {
        let store = try scratch.store()
        let path = scratch.directory.appendingPathComponent("nowhere/copy").path
        let error = #expect(throws: StoreError.self) { try store.backup(to: path, at: scratch.now) }
        #expect(error?.description.hasPrefix(path) == true)
    }
}
