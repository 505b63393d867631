import DialerDaemon
import Foundation
import Glibc
import Testing

/// The system tests also run commands as another user, because root may read and write every file.
struct FileAccessTests {
    @Test func aFileThatIsOpenOrMissingIsNoProblem() {
        #expect(FileAccess(.reading, of: "/etc/passwd").problem == nil)
        #expect(FileAccess(.reading, of: "/nowhere/at/all").problem == nil)
        #expect(FileAccess(.writing, of: FileManager.default.temporaryDirectory.path).problem == nil)
    }

    @Test(.enabled(if: geteuid() != 0, "root may read everything"))
    func aFileThatIsClosedIsNamedWithTheRemedy() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "dialerd-\(UUID().uuidString)")
        try Data().write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        chmod(file.path, 0)
        let problem = try #require(FileAccess(.reading, of: file.path).problem)
        #expect(problem.hasPrefix("\(file.path) cannot be read by "))
    }
}
