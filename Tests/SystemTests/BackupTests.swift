import Foundation
import TestSupport
import Testing

extension SystemTests {
    /// A copy of the database, taken while calls are made.
    struct BackupTests {
        @Test func aBackupOfARunningDaemonIsWholeAndCanBeRestored() async throws {
            try await House.open(callsPerSecond: 50) { house in
                let daemon = try await house.startDaemon()
                try house.drop("spring", ContactList.csv(200))
                try await house.campaign { $0.finished > 0 }
                let copy = house.path + "/copy.sqlite3"
                let answer = try await house.dialerd("backup", copy)
                #expect(answer.code == 0, "\(answer.errors)")
                #expect(answer.output.contains("checked copy"))
                #expect(fileMode(copy) == 0o640)
                let beside = try FileManager.default.contentsOfDirectory(atPath: house.path)
                #expect(beside.filter { $0.hasPrefix("copy") } == ["copy.sqlite3"])
                try await house.completed()
                try await house.expectAgreement(numbers: SystemTests.numbers(200))
                try await daemon.end()

                try house.restore(copy)
                let campaign = try await house.campaign { _ in true }
                #expect(campaign.contacts == 200 && campaign.finished > 0)
                // Nothing has started on it, and what is there adds up: ``House/status()`` looks at that.
                #expect(try await house.dialerd("backup", copy).code == 1, "an existing file is left alone")
                #expect(try await house.dialerd("backup", copy, "--force").code == 0, "without a daemon")
            }
        }

        @Test func nothingElseIsReplaced() async throws {
            try await House.open { house in
                let daemon = try await house.startDaemon()
                let database = house.state + "/dialerd.sqlite3"
                for file in [database, house.configuration] {
                    #expect(try await house.dialerd("backup", file, "--force").code == 1, "\(file)")
                }
                #expect(try await house.dialerd("backup", house.path + "/nowhere/copy").code == 1)
                #expect(try await house.dialerd("backup", "").code == 64)
                #expect(try await house.status().daemon.state == "running")
                try await daemon.end()
            }
        }
    }
}

extension House {
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
