import Foundation
import TestSupport
import Testing

extension SystemTests {
    /// What operators say while a campaign runs, and calls are queued at Plivo.
    struct OperatorTests {
        /// Plivo starts ten calls a second and is given a hundred: most of them wait in its queue.
        private func withQueue(_ body: (House) async throws -> Void) async throws {
            try await House.open(simulator: ["--cps", "10"], callsPerSecond: 100) { house in
                try await house.startDaemon()
                try house.drop("spring", ContactList.csv(300))
                try await house.campaign { $0.queued >= 40 }
                try await body(house)
            }
        }

        @Test func aCancelledCampaignCallsNobodyElse() async throws {
            try await withQueue { house in
                let answer = try await house.dialerd("cancel", "spring")
                #expect(answer.code == 0, "\(answer.errors)")
                #expect(answer.output.contains("spring is canceled"))
                let campaign = try await house.campaign { $0.state == "cancelled" }
                #expect(campaign.finished == 300)
                let calls = Dictionary(grouping: try await house.simulator.calls(), by: \.to)
                for line in try await house.results() {
                    let call = calls[line.number]?.first
                    #expect(calls[line.number]?.count ?? 0 <= 1)
                    #expect(call == nil || call?.outcome == line.outcome, "line \(line.row)")
                    #expect(call != nil || line.outcome == "cancelled", "line \(line.row)")
                }
                #expect(calls.count < 300, "nobody else is called")
                #expect(calls.values.contains { $0.first?.outcome == "cancelled" }, "some were taken back")
                #expect(try await house.dialerd("cancel", "spring").code == 1)
                #expect(try await house.dialerd("resume", "spring").code == 1)
            }
        }

        @Test func aPauseThatWithdrawsGivesUpNobody() async throws {
            try await withQueue { house in
                #expect(try await house.dialerd("pause", "spring", "--withdraw").code == 0)
                try await house.campaign { $0.underWay == 0 && $0.state == "paused" }
                let before = try await house.simulator.calls().count
                #expect(before < 300)
                #expect(try await house.dialerd("resume", "spring").code == 0)
                try await house.completed()
                let lines = try await house.results()
                #expect(lines.count == 300 && lines.allSatisfy { $0.attempts == 1 })
                let talks = try await house.simulator.calls().filter { $0.outcome != "cancelled" }
                #expect(Set(talks.map(\.to)).count == talks.count, "nobody is called twice")
            }
        }

        @Test func aNumberThatComesOntoTheListIsNotRung() async throws {
            try await withQueue { house in
                // The last ones in the queue, and one that has not been dialed.
                let queued = try await house.simulator.calls().suffix(3).map(\.to)
                let number = ContactList.number(299)
                let answer = try await house.dialerd("dnc", "add", queued[0], queued[1], queued[2], number)
                #expect(answer.code == 0, "\(answer.errors)")
                try await house.completed()
                let unwanted = Set(queued + [number])
                let lines = try await house.results().filter { unwanted.contains($0.number) }
                #expect(lines.map(\.outcome) == Array(repeating: "suppressed", count: unwanted.count))
                let calls = try await house.simulator.calls().filter { unwanted.contains($0.to) }
                #expect(calls.allSatisfy { $0.outcome == "cancelled" })
                #expect(try await house.campaign { _ in true }.outcomes["suppressed"] == unwanted.count)
            }
        }

        /// A campaign outside its hours says so and calls nobody, until its settings file is changed.
        @Test func hoursAreObeyedAndSettingsCanChange() async throws {
            try await House.open { house in
                try await house.startDaemon()
                // Closed whatever the time of day, and for as long as a slow machine may take.
                let day = Date.ISO8601FormatStyle().year().month().day()
                let dates = (-2...2).map { Date(timeIntervalSinceNow: Double($0) * 86_400).formatted(day) }
                let hours =
                    "calling_hours: {timezone: America/New_York, skip_dates: [\(dates.joined(separator: ", "))]}\n"
                try house.drop("spring", ContactList.csv(20), settings: ContactList.settings + hours)
                let closed = try await house.campaign { $0.reason != nil }
                #expect(closed.reason?.hasPrefix("outside calling hours") == true)
                #expect(closed.pending == 20)
                #expect(try await house.simulator.calls().isEmpty)
                let explained = try await house.dialerd("explain", ContactList.number(3))
                #expect(explained.output.contains("America/New_York"))

                let file = "campaigns/accepted/spring/spring.yaml"
                try house.write(ContactList.settings + "priorty: 3\n", to: file)
                try await eventually("the refusal of a misspelled key") {
                    try await house.dialerd("status", "spring").output.contains("priority") ? true : nil
                }
                try house.write(ContactList.settings, to: file)
                try await house.completed()
                try await house.expectAgreement(numbers: SystemTests.numbers(20))
            }
        }
    }
}
