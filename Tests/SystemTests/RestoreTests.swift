import Foundation
import TestSupport
import Testing

extension SystemTests {
    /// A backup put back: nobody is called again because of it.
    struct RestoreTests {
        /// A fixture whose daemon has been stopped in the middle of a campaign, some time after a backup.
        private func withBackup(_ body: (SystemFixture, String) async throws -> Void) async throws {
            try await SystemFixture.open(callsPerSecond: 50) { fixture in
                let daemon = try await fixture.startDaemon()
                try fixture.drop("spring", ContactList.csv(2000))
                try await fixture.campaign { $0.finished > 0 }
                let copy = fixture.path + "/copy.sqlite3"
                #expect(try await fixture.dialerd("backup", copy).code == 0)
                let refused = try await fixture.dialerd("restore", copy, "--force")
                #expect(refused.code == 1)
                #expect(refused.errors.contains("a daemon (pid \(daemon.pid)) runs"), "\(refused.errors)")
                let before = try await fixture.campaign { _ in true }.attempts
                try await fixture.campaign { $0.attempts > before + 20 }
                // As a power failure would: what came last is in the log.
                try await daemon.end()
                try await body(fixture, copy)
            }
        }

        @Test func aNewerStateIsNotForgottenByMistake() async throws {
            try await withBackup { fixture, copy in
                let before = try await fixture.status().campaigns
                let answer = try await fixture.dialerd("restore", copy)
                #expect(answer.code == 1)
                #expect(answer.errors.contains("calls") && answer.errors.contains("--force"), "\(answer.errors)")
                #expect(try await fixture.status().campaigns == before, "it has changed nothing")
            }
        }

        @Test func aRestoredCampaignWaitsForAWord() async throws {
            try await withBackup { fixture, copy in
                let before = try await fixture.status().campaigns
                try makeFolder(fixture.campaigns + "/accepted/autumn")
                let answer = try await fixture.dialerd("restore", copy, "--force")
                #expect(answer.code == 0, "\(answer.errors)")
                #expect(answer.output.contains("halted: spring"))
                #expect(answer.output.contains("autumn"), "its files are named")
                let calls = try await fixture.simulator.calls().count

                try await fixture.startDaemon()
                let campaign = try await fixture.campaign { $0.state == "halted" && $0.underWay == 0 }
                #expect(campaign.reason?.contains("restored from a backup of 20") == true)
                #expect(campaign.pending > 0)
                #expect(try await fixture.simulator.calls().count == calls, "nobody is called")
                try await fixture.daemon?.end()

                // The database before it, as a fixture of its own.
                let files = try FileManager.default.contentsOfDirectory(atPath: fixture.state)
                let aside = try #require(files.first { $0.contains("sqlite3.replaced-") && !$0.hasSuffix("-wal") })
                let old = fixture.path + "/old"
                try makeFolder(old)
                try FileManager.default.copyItem(atPath: fixture.state + "/" + aside, toPath: old + "/dialerd.sqlite3")
                let status = try await fixture.dialerd("status", "--json", environment: ["DIALERD_STATE_DIR": old])
                let report = try JSONDecoder().decode(Status.self, from: Data(status.output.utf8))
                #expect(report.campaigns.map(\.attempts) == before.map(\.attempts), "with its log")
            }
        }

        @Test func whatIsDamagedOrForeign() async throws {
            try await withBackup { fixture, copy in
                for file in [fixture.configuration, fixture.path + "/nothing", fixture.state + "/dialerd.sqlite3"] {
                    let answer = try await fixture.dialerd("restore", file, "--force")
                    #expect(answer.code == 1, "\(file)")
                    #expect(answer.errors.split(separator: "\n").count == 1, "\(answer.errors)")
                }
                try fixture.write(String(repeating: "no database ", count: 1000), to: "state/dialerd.sqlite3")
                // All of it would be in the log still.
                try FileManager.default.removeItem(atPath: fixture.state + "/dialerd.sqlite3-wal")
                let answer = try await fixture.dialerd("restore", copy)
                #expect(answer.code == 1)
                #expect(answer.errors.contains("cannot be compared"), "\(answer.errors)")
                #expect(try await fixture.dialerd("restore", copy, "--force").code == 0)
                #expect(try await fixture.status().campaigns.map(\.state) == ["halted"])
            }
        }

        /// SQLite would play the old log into the restored database.
        @Test func aDatabaseThatIsGoneLeavesItsLogToNobody() async throws {
            try await withBackup { fixture, copy in
                let database = fixture.state + "/dialerd.sqlite3"
                try FileManager.default.removeItem(atPath: database)
                let answer = try await fixture.dialerd("restore", copy)
                #expect(answer.code == 1)
                #expect(answer.errors.contains("is gone, but its log"), "\(answer.errors)")
                #expect(!FileManager.default.fileExists(atPath: database))
                #expect(try await fixture.dialerd("restore", copy, "--force").code == 0)
                #expect(try await fixture.status().campaigns.map(\.state) == ["halted"])
                let kept = try FileManager.default.contentsOfDirectory(atPath: fixture.state)
                #expect(kept.contains { $0.contains(".replaced-") && $0.hasSuffix("-wal") })
            }
        }

        @Test func aFolderKeepsTheNewest() async throws {
            try await SystemFixture.open { fixture in
                try await fixture.startDaemon().end()
                let folder = fixture.path + "/backups"
                let old = (1...3).map { "dialerd-2025010\($0)T030000Z.sqlite3" }
                try makeFolder(folder)
                let brokenOff = "dialerd-20250101T000000Z.sqlite3.part"
                for name in old + ["dialerd-before-schema-3.sqlite3", "notes", brokenOff] {
                    try fixture.write("", to: "backups/\(name)")
                }
                let answer = try await fixture.dialerd("backup", "--keep", "2", folder)
                #expect(answer.code == 0, "\(answer.errors)")
                let names = Set(try FileManager.default.contentsOfDirectory(atPath: folder))
                #expect(names.isSuperset(of: [old[2], "dialerd-before-schema-3.sqlite3", "notes"]))
                #expect(names.isDisjoint(with: old.prefix(2)))
                #expect(names.count == 4, "and the new one; what was broken off is gone")
                // A clock that ran ahead has been set right.
                let ahead = fixture.path + "/ahead"
                try makeFolder(ahead)
                for day in 1...3 { try fixture.write("", to: "ahead/dialerd-2999010\(day)T030000Z.sqlite3") }
                let behind = try await fixture.dialerd("backup", "--keep", "1", ahead)
                let made = try #require(behind.output.split(separator: " ").first).description
                #expect(FileManager.default.fileExists(atPath: made))
                #expect(try await fixture.dialerd("backup", "--keep", "2", fixture.configuration).code == 64)
                #expect(try await fixture.dialerd("backup", "--keep", "1", fixture.path + "/made").code == 0)
            }
        }
    }
}
