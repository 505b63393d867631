import Foundation
import TestSupport
import Testing

extension SystemTests {
    struct IntakeTests {
        /// Nobody is dialed in these: the campaigns begin in the far future.
        private static let settings = ContactList.settings + "start_at: 2099-01-01T00:00:00Z\n"

        @Test func filesArriveInEveryWay() async throws {
            try await House.open { house in
                try await house.startDaemon()
                // In pieces, and held open: the end is what counts.
                try house.write(Self.settings, to: "campaigns/slow.yaml")
                let slow = try OpenFile(house.campaigns + "/slow.csv")
                try slow.write(ContactList.csv(50))
                // By renaming, the settings after the list.
                try house.drop("late", ContactList.csv(20), settings: nil)
                try await waits(house, "late", for: "answer_url")
                try house.write(Self.settings, to: "campaigns/late.yaml")
                try slow.write("+\(ContactList.number(50)),Late\n")
                try await house.campaign("late") { $0.contacts == 20 && $0.state == "waiting" }
                // While another came and went, the open one was left alone.
                try await waits(house, "slow", for: "slow.csv to be closed by the program that writes it")
                #expect(try await house.status().campaigns.map(\.name) == ["late"])
                for index in 51..<100 { try slow.write("+\(ContactList.number(index)),Late\n") }
                slow.close()
                try await house.campaign("slow") { $0.contacts == 100 }
                // Names that nobody has finished.
                for name in [".hidden.csv", "half.csv.part", "half.csv.tmp", "half.csv~"] {
                    try house.write(ContactList.csv(1), to: "campaigns/\(name)")
                }
                try house.drop("last", ContactList.csv(1), settings: Self.settings)
                let last = try await house.campaign("last") { $0.contacts == 1 }
                #expect(last.reason?.contains("2099-01-01T00:00:00") == true)
                let status = try await house.status()
                #expect(status.campaigns.map(\.name) == ["late", "slow", "last"])
                #expect(status.files.map(\.name) == [])
                #expect(try await house.simulator.calls().count == 0)
            }
        }

        /// An upload goes on while the daemon is restarted, and while it reads its configuration again.
        @Test func aFileThatWasOpenBeforeTheStart() async throws {
            try await House.open { house in
                try makeFolder(house.campaigns)
                try house.write(Self.settings, to: "campaigns/slow.yaml")
                let slow = try OpenFile(house.campaigns + "/slow.csv")
                try slow.write(ContactList.csv(50))
                let daemon = try await house.startDaemon()
                let reason = "slow.csv to be closed by the program that writes it"
                try await waits(house, "slow", for: reason)
                try house.drop("one", ContactList.csv(1), settings: Self.settings)
                try await house.campaign("one") { $0.contacts == 1 }
                daemon.send(SIGHUP)
                try await daemon.says("the configuration has been read again")
                try house.drop("two", ContactList.csv(2), settings: Self.settings)
                try await house.campaign("two") { $0.contacts == 2 }
                try await waits(house, "slow", for: reason)
                #expect(try await house.status().campaigns.map(\.name) == ["one", "two"])
                try slow.write("+\(ContactList.number(50)),Late\n")
                slow.close()
                try await house.campaign("slow") { $0.contacts == 51 }
            }
        }

        @Test func theSameFileAndTheSameNameAgain() async throws {
            try await House.open { house in
                try await house.startDaemon()
                try house.drop("spring", ContactList.csv(5), settings: Self.settings)
                try await house.campaign { $0.contacts == 5 }
                try house.drop("copy", ContactList.csv(5), settings: Self.settings)
                let problems = try await problems(house, "copy")
                #expect(problems.contains("as campaign spring"))
                #expect(problems.contains("allow_duplicate_file: true"))
                try house.drop("spring", ContactList.csv(6), settings: Self.settings)
                try await house.campaign("spring-2") { $0.contacts == 6 }
                #expect(house.text("campaigns/accepted/spring-2/spring-2.csv") == ContactList.csv(6))
                try house.drop("again", ContactList.csv(5), settings: Self.settings + "allow_duplicate_file: true\n")
                try await house.campaign("again") { $0.contacts == 5 }
                #expect(try await house.status().campaigns.map(\.name) == ["spring", "spring-2", "again"])
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
            try await House.open { house in
                try await house.startDaemon()
                try house.drop("wrong", wrong.csv, settings: wrong.settings)
                let problems = try await problems(house, "wrong")
                #expect(wrong.words.filter { !problems.contains($0) } == [], "\(problems)")
                #expect(house.text("campaigns/rejected/wrong/wrong.csv") == wrong.csv)
                #expect(house.text("campaigns/wrong.csv") == nil)
                #expect(try await house.status().campaigns == [])
            }
        }

        @Test func pausedAndResumed() async throws {
            try await House.open(callsPerSecond: 50) { house in
                try await house.startDaemon()
                try house.drop("spring", ContactList.csv(600))
                try await house.campaign { $0.attempts > 0 }
                #expect(try await house.dialerd("pause", "spring").code == 0)
                let paused = try await house.campaign { $0.state == "paused" && $0.underWay == 0 }
                #expect(paused.pending > 0)
                #expect(paused.reason != nil)
                #expect(try await house.simulator.calls().count == paused.attempts)
                #expect(try await house.dialerd("pause", "nobody").code == 1)
                #expect(try await house.dialerd("resume", "spring").output == "spring goes on\n")
                try await house.completed()
                try await house.expectAgreement(numbers: SystemTests.numbers(600))
            }
        }

        private func waits(_ house: House, _ name: String, for words: String) async throws {
            try await eventually("\(name) under files") { () -> Status.File? in
                let file = try await house.status().files.first { $0.name == name }
                guard let file, words.isEmpty || file.waiting_for.contains(words) else { return nil }
                return file
            }
        }

        /// The reasons are there before the files are moved to them.
        private func problems(_ house: House, _ name: String) async throws -> String {
            try await house.arrival(of: "campaigns/rejected/\(name)/\(name).csv")
            return try #require(house.text("campaigns/rejected/\(name)/problems.txt"))
        }
    }
}
