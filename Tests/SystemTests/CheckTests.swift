import Foundation
import Testing

extension SystemTests {
    /// `dialerd check`: it says what the import then does, and does nothing of it.
    struct CheckTests {
        private struct Report: Decodable {
            var accepted: Bool
            var campaign: String?
            var rows: Int?
            var contacts: Int?
            var rejected: Int?
            var duplicates: Int?
            var suppressed: Int?
            var waiting_for: [String]
            var imported_as: String?
            var has_database: Bool
        }

        private static let settings =
            "from: \"14155550100\"\nanswer_url: https://example.com/answer.xml\nstart_at: 2099-01-01T00:00:00Z\n"

        /// Two contacts, each spelled twice, a caller ID, an unknown zone, a field too many, an argument out of range.
        private static let list = """
            to,timezone,ring_timeout
            +1 212 555 0100,,
            12125550100,,30
            "+1 (646) 555-0100",,
            16465550100,Europe/Berlin,
            14155550100,,
            12125550101,Mars/Base,
            12125550102,,,x
            12125550103,,0

            """

        private func report(_ fixture: SystemFixture, _ file: String, _ options: String...) async throws -> Report {
            let program = try fixture.start(["check", fixture.path + "/" + file, "--json"] + options)
            let code = try await program.exitCode()
            let report = try JSONDecoder().decode(Report.self, from: Data(program.textOfOutput.utf8))
            #expect(code == (report.accepted ? 0 : 1), "\(program.textOfErrors)")
            return report
        }

        @Test func whatItSaysIsWhatTheImportDoes() async throws {
            try await SystemFixture.open { fixture in
                try fixture.write(Self.list, to: "list.csv")
                try fixture.write(Self.settings, to: "list.yaml")
                let rejects = fixture.path + "/all-rejects.csv"
                let first = try await report(fixture, "list.csv", "--rejects", rejects)
                #expect(first.accepted && !first.has_database)
                #expect(first.campaign == "list")
                #expect(!FileManager.default.fileExists(atPath: fixture.state), "it writes nothing")

                try await fixture.startDaemon()
                try fixture.drop("list", Self.list, settings: Self.settings)
                try await fixture.campaign("list") { $0.contacts > 0 }
                let receipt = try await fixture.arrival(of: "campaigns/accepted/list/receipt.json")
                let imported = try JSONDecoder().decode(ReceiptFile.self, from: Data(receipt.utf8))
                #expect(first.rows == imported.rows)
                #expect(first.contacts == imported.contacts)
                #expect(first.rejected == imported.rejected)
                #expect(first.duplicates == imported.duplicates)
                #expect(first.suppressed == imported.suppressed)
                #expect(fixture.text("all-rejects.csv") == fixture.text("campaigns/accepted/list/rejects.csv"))

                let again = try await report(fixture, "list.csv", "--rejects", rejects)
                #expect(!again.accepted && again.has_database)
                #expect(again.imported_as == "list")
                #expect(try await fixture.status().campaigns.map(\.name) == ["list"])
            }
        }

        @Test func whatIsRefusedIsSaidAsInProblems() async throws {
            try await SystemFixture.open { fixture in
                try fixture.write("name\nAnn\n", to: "list.csv")
                try fixture.write(Self.settings, to: "list.yaml")
                let program = try fixture.start(["check", fixture.path + "/list.csv"])
                #expect(try await program.exitCode() == 1)
                try await fixture.startDaemon()
                try fixture.drop("list", "name\nAnn\n", settings: Self.settings)
                let problems = try await fixture.arrival(of: "campaigns/rejected/list/problems.txt")
                let said = program.textOfErrors.replacing("dialerd: ", with: "").split(separator: "\n").map(String.init)
                #expect(said == problems.split(separator: "\n").map(String.init))
            }
        }

        @Test func withoutSettingsItSaysForWhatTheFileWaits() async throws {
            try await SystemFixture.open { fixture in
                try fixture.write(ContactList.csv(3), to: "list.csv")
                let report = try await report(fixture, "list.csv")
                #expect(!report.accepted)
                #expect(report.waiting_for == ["from", "answer_url"])
            }
        }

        @Test func nothingIsOverwrittenButRejects() async throws {
            try await SystemFixture.open { fixture in
                try fixture.write(ContactList.csv(3), to: "list.csv")
                let file = fixture.path + "/list.csv"
                let answer = try await fixture.dialerd("check", file, "--rejects", file)
                #expect(answer.code == 64)
                #expect(fixture.text("list.csv") == ContactList.csv(3))
            }
        }
    }
}
