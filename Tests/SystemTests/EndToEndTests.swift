import Foundation
import Testing

extension SystemTests {
    struct EndToEndTests {
        @Test func aCampaignFromItsFileToItsResults() async throws {
            let count = SystemTests.isLong ? 2000 : 500
            try await SystemFixture.open { fixture in
                try await fixture.startDaemon()
                let extras = "garbage,Nobody\n+\(ContactList.number(0)),Again\n"
                try fixture.drop("spring", ContactList.csv(count) + extras)
                let end = try await fixture.completed()

                #expect(end.finished == count)
                #expect(end.attempts == count)
                #expect(end.reason == nil)
                let outcomes = try await fixture.expectAgreement(numbers: SystemTests.numbers(count))
                #expect(outcomes == end.outcomes.filter { $0.value > 0 })
                #expect(outcomes["unknown"] == nil)
                #expect(outcomes.count > 3)
                try await expectFiles(fixture, count: count)
                expectSecrecy(fixture)
            }
        }

        @Test func callbacksThatGoAstray() async throws {
            let faults = ["callback-lost=0.02", "callback-twice=0.02", "callback-late=0.1", "callback-reordered=0.1"]
            let flags = faults.flatMap { ["--fault", $0] } + ["--legacy-uuids", "--shuffle-uuids"]
            try await SystemFixture.open(simulator: flags) { fixture in
                try await fixture.startDaemon()
                try fixture.drop("spring", ContactList.csv(500))
                try await fixture.completed()
                let outcomes = try await fixture.expectAgreement(numbers: SystemTests.numbers(500))
                #expect(outcomes["unknown"] == nil)
            }
        }

        /// Begun before there is anything to see, it follows the campaign to its end, and then ends itself.
        @Test func aCampaignIsWatchedToItsEnd() async throws {
            try await SystemFixture.open { fixture in
                try await fixture.startDaemon()
                let watch = try fixture.start(["status", "--watch"])
                try fixture.drop("spring", ContactList.csv(20))
                #expect(try await watch.exitCode() == 0)
                let last = watch.textOfOutput.split(separator: "\n").last
                #expect(last?.hasPrefix("spring: completed, 20 of 20 finished (100 %)") == true)
                #expect(!watch.textOfOutput.contains("\u{1B}"), "colors in a file")
            }
        }

        private func expectFiles(_ fixture: SystemFixture, count: Int) async throws {
            let folder = "campaigns/accepted/spring"
            let receipt = try JSONDecoder().decode(
                ReceiptFile.self,
                from: Data((fixture.text("\(folder)/receipt.json") ?? "").utf8)
            )
            #expect(receipt.campaign == "spring")
            #expect(receipt.rows == count + 2)
            #expect(receipt.contacts == count)
            #expect((receipt.rejected, receipt.duplicates, receipt.suppressed) == (1, 1, 0))
            let rejects = fixture.text("\(folder)/rejects.csv")?.split(separator: "\n")
            #expect(rejects?.count == 2)
            #expect(rejects?.last?.hasPrefix("\(count + 2),to,garbage,") == true)
            let printed = try await fixture.dialerd("results", "spring")
            #expect(printed.output == fixture.text("\(folder)/results.csv"))
            #expect(printed.output.split(separator: "\n").count == count + 1)
            #expect(fixture.text("\(folder)/spring.csv") != nil)
            #expect(fixture.text("\(folder)/spring.yaml") == ContactList.settings)
            #expect(fixture.text("campaigns/spring.csv") == nil)
        }

        /// Logs name no phone number and no secret.
        private func expectSecrecy(_ fixture: SystemFixture) {
            let log = fixture.daemon?.textOfErrors ?? ""
            #expect(log.contains("campaign completed"))
            #expect(!log.contains("1555"))
            #expect(!log.contains(Simulator.authToken))
        }
    }
}
