import Foundation
import TestSupport
import Testing

extension SystemTests {
    /// A copy of the database, taken while calls are made.
    struct BackupTests {
        @Test func aBackupOfARunningDaemonIsWholeAndCanBeRestored() async throws {
            try await SystemFixture.open(callsPerSecond: 50) { fixture in
                let daemon = try await fixture.startDaemon()
                try fixture.drop("spring", ContactList.csv(200))
                try await fixture.campaign { $0.finished > 0 }
                let copy = fixture.path + "/copy.sqlite3"
                let answer = try await fixture.dialerd("backup", copy)
                #expect(answer.code == 0, "\(answer.errors)")
                #expect(answer.output.contains("checked copy"))
                #expect(fileMode(copy) == 0o640)
                let beside = try FileManager.default.contentsOfDirectory(atPath: fixture.path)
                #expect(beside.filter { $0.hasPrefix("copy") } == ["copy.sqlite3"])
                try await fixture.completed()
                try await fixture.expectAgreement(numbers: SystemTests.numbers(200))
                try await daemon.end()

                try fixture.restore(copy)
                let campaign = try await fixture.campaign { _ in true }
                #expect(campaign.contacts == 200 && campaign.finished > 0)
                // Nothing has started on it, and what is there adds up: ``SystemFixture/status()`` looks at that.
                #expect(try await fixture.dialerd("backup", copy).code == 1, "an existing file is left alone")
                #expect(try await fixture.dialerd("backup", copy, "--force").code == 0, "without a daemon")
            }
        }

        @Test func nothingElseIsReplaced() async throws {
            try await SystemFixture.open { fixture in
                let daemon = try await fixture.startDaemon()
                let database = fixture.state + "/dialerd.sqlite3"
                for file in [database, fixture.configuration] {
                    #expect(try await fixture.dialerd("backup", file, "--force").code == 1, "\(file)")
                }
                #expect(try await fixture.dialerd("backup", fixture.path + "/nowhere/copy").code == 1)
                #expect(try await fixture.dialerd("backup", "").code == 64)
                #expect(try await fixture.status().daemon.state == "running")
                try await daemon.end()
            }
        }
    }
}

extension SystemFixture {
    /// As docs/operating.md has it, the daemon being stopped.
    fileprivate func restore(_ copy: String) throws {
        let database = state + "/dialerd.sqlite3"
        for file in [database, database + "-wal", database + "-shm"]
        where FileManager.default.fileExists(atPath: file) {
            try FileManager.default.removeItem(atPath: file)
        }
        try FileManager.default.copyItem(atPath: copy, toPath: database)
    }
}
