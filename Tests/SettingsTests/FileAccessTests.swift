import Foundation
import Glibc
import Settings
import Testing

struct FileAccessTests {
    /// Whom it is closed to is told by the system tests' user: root may everything.
    @Test func whatIsOpenOrMissingIsNoProblem() {
        #expect(FileAccess(.reading, of: "/etc/passwd").problem == nil)
        #expect(FileAccess(.reading, of: "/nowhere/at/all").problem == nil)
        #expect(FileAccess(.writing, of: FileManager.default.temporaryDirectory.path).problem == nil)
    }

    @Test(.enabled(if: geteuid() != 0, "root may read everything"))
    func whatIsClosedNamesTheFileAndTheWayOut() throws {
        let fixture = try ConfigurationFixture()
        chmod(fixture.tokenFile, 0)
        let problem = try #require(FileAccess(.reading, of: fixture.tokenFile).problem)
        #expect(problem.hasPrefix("\(fixture.tokenFile) cannot be read by "))
    }

    @Test func whereTheTokenComesFrom() throws {
        let fixture = try ConfigurationFixture()
        guard case .success(.file(fixture.tokenFile)) = try fixture.load("").plivo.authTokenPlace else {
            Issue.record("it is the fixture's file")
            return
        }
    }
}
