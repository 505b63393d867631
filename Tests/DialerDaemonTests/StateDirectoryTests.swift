import DialerDaemon
import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct StateDirectoryTests {
    /// Members of the group can put a link into the folder, and root may take the lock.
    @Test func aLinkInPlaceOfTheLockFileIsNotFollowed() throws {
        let temporary = try TemporaryFolder()
        let folder = temporary.url
        let victim = URL(filePath: try temporary.write("secret", to: "victim"))
        chmod(victim.path, 0o600)
        let link = folder.appending(path: "dialerd.lock")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: victim)
        #expect(throws: StateProblem.notWritable(path: link.path)) { try StateDirectory(folder.path).lock() }
        #expect(fileMode(victim.path) == 0o600)

        try FileManager.default.removeItem(at: link)
        try StateDirectory(folder.path).lock()
        #expect(FileManager.default.fileExists(atPath: link.path))
    }
}
