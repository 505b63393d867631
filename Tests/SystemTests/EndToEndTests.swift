import Foundation
import Testing

extension SystemTests {
    struct EndToEndTests {
        @Test func aCampaignFromItsFileToItsResults() async throws {
            let count = SystemTests.isLong ? 2000 : 500
            try await House.open { house in
                try await house.startDaemon()
                let extras = "garbage,Nobody\n+\(ContactList.number(0)),Again\n"
                try house.drop("spring", ContactList.csv(count) + extras)
                let end = try await house.completed()

                #expect(end.finished == count)
                #expect(end.attempts == count)
                #expect(end.reason == nil)
                let outcomes = try await house.expectAgreement(numbers: SystemTests.numbers(count))
                #expect(outcomes == end.outcomes.filter { $0.value > 0 })
                #expect(outcomes["unknown"] == nil)
                #expect(outcomes.count > 3)
                try await expectFiles(house, count: count)
                expectSecrecy(house)
            }
        }

        @Test func callbacksThatGoAstray() async throws {
            let faults = ["callback-lost=0.02", "callback-twice=0.02", "callback-late=0.1", "callback-reordered=0.1"]
            let flags = faults.flatMap { ["--fault", $0] } + ["--legacy-uuids", "--shuffle-uuids"]
            try await House.open(simulator: flags) { house in
                try await house.startDaemon()
                try house.drop("spring", ContactList.csv(500))
                try await house.completed()
                let outcomes = try await house.expectAgreement(numbers: SystemTests.numbers(500))
                #expect(outcomes["unknown"] == nil)
            }
        }

        /// Begun before there is anything to see, it follows the campaign to its end, and then ends itself.
        @Test func aCampaignIsWatchedToItsEnd() async throws {
            try await House.open { house in
                try await house.startDaemon()
                let watch = try house.start(["status", "--watch"])
                try house.drop("spring", ContactList.csv(20))
                #expect(try await watch.exitCode() == 0)
                let last = watch.textOfOutput.split(separator: "\n").last
                #expect(last?.hasPrefix("spring: completed, 20 of 20 finished (100 %)") == true)
                #expect(!watch.textOfOutput.contains("\u{1B}"), "colors in a file")
            }
        }

        private func expectFiles(_ house: House, count: Int) async throws {
            let folder = "campaigns/accepted/spring"
            let receipt = try JSONDecoder().decode(
                ReceiptFile.self,
                from: Data((house.text("\(folder)/receipt.json") ?? "").utf8)
            )
            #expect(receipt.campaign == "spring")
            #expect(receipt.rows == count + 2)
            #expect(receipt.contacts == count)
            #expect((receipt.rejected, receipt.duplicates, receipt.suppressed) == (1, 1, 0))
            let rejects = house.text("\(folder)/rejects.csv")?.split(separator: "\n")
            #expect(rejects?.count == 2)
            #expect(rejects?.last?.hasPrefix("\(count + 2),to,garbage,") == true)
            let printed = try await house.dialerd("results", "spring")
            #expect(printed.output == house.text("\(folder)/results.csv"))
            #expect(printed.output.split(separator: "\n").count == count + 1)
            #expect(house.text("\(folder)/spring.csv") != nil)
            #expect(house.text("\(folder)/spring.yaml") == ContactList.settings)
            #expect(house.text("campaigns/spring.csv") == nil)
        }

        /// Logs name no phone number and no secret.
        private func expectSecrecy(_ house: House) {
            let log = house.daemon?.textOfErrors ?? ""
            #expect(log.contains("campaign completed"))
            #expect(!log.contains("1555"))
            #expect(!log.contains(Simulator.authToken))
        }
    }
}
