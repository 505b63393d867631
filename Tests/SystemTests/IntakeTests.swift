import Foundation
import TestSupport
import Testing

extension SystemTests {
    struct IntakeTests {
        /// No call is made in these: the campaigns begin in the far future.
        private static let settings = ContactList.settings + "start_at: 2099-01-01T00:00:00Z\n"

        @Test func filesArriveInEveryWay() async throws {
            try await SystemFixture.open { fixture in
                try await fixture.startDaemon()
                // In pieces, and held open: the end is what counts.
                try fixture.write(Self.settings, to: "campaigns/slow.yaml")
                let slow = try OpenFile(fixture.campaigns + "/slow.csv")
                try slow.write(ContactList.csv(50))
                // By renaming, the settings after the list.
                try fixture.drop("late", ContactList.csv(20), settings: nil)
                try await waits(fixture, "late", for: "answer_url")
                try fixture.write(Self.settings, to: "campaigns/late.yaml")
                try slow.write("+\(ContactList.number(50)),Late\n")
                try await fixture.campaign("late") { $0.contacts == 20 && $0.state == "waiting" }
                // While another came and went, the open one was left alone.
                try await waits(fixture, "slow", for: "slow.csv to be closed by the program that writes it")
                #expect(try await fixture.status().campaigns.map(\.name) == ["late"])
                for index in 51..<100 { try slow.write("+\(ContactList.number(index)),Late\n") }
                slow.close()
                try await fixture.campaign("slow") { $0.contacts == 100 }
                // Names that nobody has finished.
                for name in [".hidden.csv", "half.csv.part", "half.csv.tmp", "half.csv~"] {
                    try fixture.write(ContactList.csv(1), to: "campaigns/\(name)")
                }
                try fixture.drop("last", ContactList.csv(1), settings: Self.settings)
                let last = try await fixture.campaign("last") { $0.contacts == 1 }
                #expect(last.reason?.contains("2099-01-01T00:00:00") == true)
                let status = try await fixture.status()
                #expect(status.campaigns.map(\.name) == ["late", "slow", "last"])
                #expect(status.files.map(\.name) == [])
                #expect(try await fixture.simulator.calls().count == 0)
            }
        }

        /// An upload goes on while the daemon is restarted, and while it reads its configuration again.
        @Test func aFileThatWasOpenBeforeTheStart() async throws {
            try await SystemFixture.open { fixture in
                try makeFolder(fixture.campaigns)
                try fixture.write(Self.settings, to: "campaigns/slow.yaml")
                let slow = try OpenFile(fixture.campaigns + "/slow.csv")
                try slow.write(ContactList.csv(50))
                let daemon = try await fixture.startDaemon()
                let reason = "slow.csv to be closed by the program that writes it"
                try await waits(fixture, "slow", for: reason)
                try fixture.drop("one", ContactList.csv(1), settings: Self.settings)
                try await fixture.campaign("one") { $0.contacts == 1 }
                daemon.send(SIGHUP)
                try await daemon.says("the configuration has been read again")
                try fixture.drop("two", ContactList.csv(2), settings: Self.settings)
                try await fixture.campaign("two") { $0.contacts == 2 }
                try await waits(fixture, "slow", for: reason)
                #expect(try await fixture.status().campaigns.map(\.name) == ["one", "two"])
                try slow.write("+\(ContactList.number(50)),Late\n")
                slow.close()
                try await fixture.campaign("slow") { $0.contacts == 51 }
            }
        }

        @Test func theSameFileAndTheSameNameAgain() async throws {
            try await SystemFixture.open { fixture in
                try await fixture.startDaemon()
                try fixture.drop("spring", ContactList.csv(5), settings: Self.settings)
                try await fixture.campaign { $0.contacts == 5 }
                try fixture.drop("copy", ContactList.csv(5), settings: Self.settings)
                let problems = try await problems(fixture, "copy")
                #expect(problems.contains("as campaign spring"))
                #expect(problems.contains("allow_duplicate_file: true"))
                try fixture.drop("spring", ContactList.csv(6), settings: Self.settings)
                try await fixture.campaign("spring-2") { $0.contacts == 6 }
                #expect(fixture.text("campaigns/accepted/spring-2/spring-2.csv") == ContactList.csv(6))
                try fixture.drop("again", ContactList.csv(5), settings: Self.settings + "allow_duplicate_file: true\n")
                try await fixture.campaign("again") { $0.contacts == 5 }
                #expect(try await fixture.status().campaigns.map(\.name) == ["spring", "spring-2", "again"])
            }
        }

        /// A pair that cannot be a campaign, and words of the reason.
        struct WrongFile: Sendable, CustomTestStringConvertible {
            var testDescription: String
            var csv: String
            var settings = ContactList.settings
            var words: [String]
        }

        @Test(arguments: [
            WrongFile(testDescription: "no destination", csv: "name,age\nAda,36\n", words: ["destination"]),
            WrongFile(testDescription: "no rows", csv: "to\n", words: ["row"]),
            WrongFile(testDescription: "a workbook", csv: "PK\u{3}\u{4}\u{14}\u{0}", words: ["spreadsheet"]),
            WrongFile(
                testDescription: "wrong settings",
                csv: ContactList.csv(1),
                settings: "from: nobody\nansver_url: https://example.com\n",
                words: ["from", "answer_url"]
            ),
        ])
        func wrongFiles(_ wrong: WrongFile) async throws {
            try await SystemFixture.open { fixture in
                try await fixture.startDaemon()
                try fixture.drop("wrong", wrong.csv, settings: wrong.settings)
                let problems = try await problems(fixture, "wrong")
                #expect(wrong.words.filter { !problems.contains($0) } == [], "\(problems)")
                #expect(fixture.text("campaigns/rejected/wrong/wrong.csv") == wrong.csv)
                #expect(fixture.text("campaigns/wrong.csv") == nil)
                #expect(try await fixture.status().campaigns == [])
            }
        }

        @Test func pausedAndResumed() async throws {
            try await SystemFixture.open(callsPerSecond: 50) { fixture in
                try await fixture.startDaemon()
                try fixture.drop("spring", ContactList.csv(600))
                try await fixture.campaign { $0.attempts > 0 }
                #expect(try await fixture.dialerd("pause", "spring").code == 0)
                let paused = try await fixture.campaign { $0.state == "paused" && $0.underWay == 0 }
                #expect(paused.pending > 0)
                #expect(paused.reason != nil)
                #expect(try await fixture.simulator.calls().count == paused.attempts)
                #expect(try await fixture.dialerd("pause", "nobody").code == 1)
                #expect(try await fixture.dialerd("resume", "spring").output == "spring goes on\n")
                try await fixture.completed()
                try await fixture.expectAgreement(numbers: SystemTests.numbers(600))
            }
        }

        private func waits(_ fixture: SystemFixture, _ name: String, for words: String) async throws {
            try await eventually("\(name) under files") { () -> Status.File? in
                let file = try await fixture.status().files.first { $0.name == name }
                guard let file, words.isEmpty || file.waiting_for.contains(words) else { return nil }
                return file
            }
        }

        /// The reasons are there before the files are moved to them.
        private func problems(_ fixture: SystemFixture, _ name: String) async throws -> String {
            try await fixture.arrival(of: "campaigns/rejected/\(name)/\(name).csv")
            return try #require(fixture.text("campaigns/rejected/\(name)/problems.txt"))
        }
    }
}
