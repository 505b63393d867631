import CampaignFiles
import Foundation
import Glibc
import TestSupport
import Testing

/// The files belong to the user of the tests and are on a local file system, so that the kernel tells who writes them.
struct FileWritersTests {
    @Test func aFileIsWrittenUntilTheLastWriterHasClosedIt() throws {
        let folder = try TemporaryFolder()
        let watched = CampaignFolder(path: folder.path)
        let path = folder.path + "/spring.csv"
        let one = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
        let other = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
        #expect(watched.writers(ofFile: "spring.csv") == .some)
        close(one)
        #expect(watched.writers(ofFile: "spring.csv") == .some)
        close(other)
        #expect(watched.writers(ofFile: "spring.csv") == .none)
        let reader = open(path, O_RDONLY | O_CLOEXEC)
        defer { close(reader) }
        #expect(watched.writers(ofFile: "spring.csv") == .none)
        // The lease has been returned: opening the file for writing neither blocks nor fails.
        let next = open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
        #expect(next >= 0)
        close(next)
    }

    @Test func otherThanRegularFilesAreUnknown() throws {
        let folder = try TemporaryFolder()
        try makeFolder(folder.path + "/folder")
        let watched = CampaignFolder(path: folder.path)
        #expect(watched.writers(ofFile: "nothing.csv") == .unknown)
        #expect(watched.writers(ofFile: "folder") == .unknown)
    }
}
