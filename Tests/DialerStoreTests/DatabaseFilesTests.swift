import DialerStore
import Foundation
import Glibc
import TestSupport
import Testing

struct DatabaseFilesTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    /// A group that may write to the folder may write the database, whatever the process's mask and the earlier mode.
    @Test(arguments: [(0o750, 0o640), (0o770, 0o660), (0o2770, 0o660)])
    func theModeFollowsTheFolder(folder: mode_t, file: Int) throws {
        chmod(scratch.directory.path, folder)
        for before in [nil, 0o600, 0o666] as [mode_t?] {
            if let before { chmod(scratch.path, before) }
            let store = try scratch.store()
            try store.setDaemon(pid: 1, version: "1", startedAt: scratch.now)
            let files = DatabaseFiles(scratch.path)
            for path in [files.path, files.log, files.index] {
                #expect(fileMode(path) == file, "\(path)")
            }
            try store.close()
        }
    }

    @Test func readingCreatesNoFile() throws {
        #expect(throws: StoreError.missing(path: scratch.path)) { try Store(path: scratch.path, access: .readOnly) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.directory.path) == [])
    }
}
