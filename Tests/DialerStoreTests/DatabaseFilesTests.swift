import DialerStore
import Foundation
import Testing

struct DatabaseFilesTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    private func setMode(_ mode: Int, of path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    /// Whoever may write into the folder writes the database, whatever the mask of the process and the mode before.
    @Test(arguments: [(0o750, 0o640), (0o770, 0o660), (0o2770, 0o660)])
    func theModeFollowsTheFolder(folder: Int, file: Int) throws {
        try setMode(folder, of: scratch.directory.path)
        for before in [nil, 0o600, 0o666] {
            if let before { try setMode(before, of: scratch.path) }
            let store = try scratch.store()
            try store.setDaemon(pid: 1, version: "1", startedAt: scratch.now)
            let files = DatabaseFiles(scratch.path)
            for path in [files.path, files.log, files.index] {
                #expect(try mode(path) == file, "\(path)")
            }
            try store.close()
        }
    }

    @Test func whoeverReadsMakesNothing() throws {
        #expect(throws: StoreError.missing(path: scratch.path)) { try Store(path: scratch.path, access: .readOnly) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.directory.path) == [])
    }
}
