import CampaignFiles
import Foundation
import Glibc
import TestSupport
import Testing

/// A path that has no readable file is refused with a sentence.
@Suite struct InputFileTests {
    @Test func anUnreadablePathIsRefused() throws {
        let folder = try TemporaryFolder()
        let loop = folder.path + "/loop.csv"
        try FileManager.default.createSymbolicLink(atPath: loop, withDestinationPath: loop)
        let pipe = folder.path + "/pipe.csv"
        #expect(mkfifo(pipe, 0o600) == 0)
        let cases = [
            (folder.path, "It is a directory: drop the CSV file itself."),
            (folder.path + "/none.csv", "It does not exist any more."),
            (loop, "It is a symbolic link that leads nowhere: drop the file itself."),
            (pipe, "It is not a regular file: drop the CSV file itself."),
            ("/dev/null", "It is not a regular file: drop the CSV file itself."),
            // A regular file that can be opened but not read: no memory is mapped at address 0.
            ("/proc/self/mem", "It cannot be read: Input/output error."),
        ]
        for (path, expected) in cases {
            #expect(throws: FileRefusal(expected), "\(path)") { try CampaignFile(path: path, callerIDs: []) }
        }
    }

    @Test(.enabled(if: geteuid() != 0, "root may read everything"))
    func aFileWithoutReadPermissionIsRefused() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("to\n14155550100\n", to: "list.csv")
        #expect(chmod(path, 0) == 0)
        #expect(throws: FileRefusal("It cannot be read: give the daemon's user permission to read it.")) {
            try CampaignFile(path: path, callerIDs: [])
        }
    }
}
