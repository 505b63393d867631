import Foundation
import TestSupport
import Testing

extension SystemTests {
    /// What operators say while a campaign runs, and calls are queued at Plivo.
    struct OperatorTests {
        /// Plivo starts ten calls a second and is given a hundred: most of them wait in its queue.
        private func withQueue(_ body: (SystemFixture) async throws -> Void) async throws {
            try await SystemFixture.open(simulator: ["--cps", "10"], callsPerSecond: 100) { fixture in
                try await fixture.startDaemon()
                try fixture.drop("spring", ContactList.csv(300))
                try await fixture.campaign { $0.queued >= 40 }
                try await body(fixture)
            }
        }

        @Test func aCancelledCampaignCallsNobodyElse() async throws {
            try await withQueue { fixture in
                let answer = try await fixture.dialerd("cancel", "spring")
                #expect(answer.code == 0, "\(answer.errors)")
                #expect(answer.output.contains("spring is canceled"))
                let campaign = try await fixture.campaign { $0.state == "cancelled" }
                #expect(campaign.finished == 300)
                let calls = Dictionary(grouping: try await fixture.simulator.calls(), by: \.to)
                for line in try await fixture.results() {
                    let call = calls[line.number]?.first
                    #expect(calls[line.number]?.count ?? 0 <= 1)
                    #expect(call == nil || call?.outcome == line.outcome, "line \(line.row)")
                    #expect(call != nil || line.outcome == "cancelled", "line \(line.row)")
                }
                #expect(calls.count < 300, "nobody else is called")
                #expect(calls.values.contains { $0.first?.outcome == "cancelled" }, "some were taken back")
                #expect(try await fixture.dialerd("cancel", "spring").code == 1)
                #expect(try await fixture.dialerd("resume", "spring").code == 1)
            }
        }

        @Test func aPauseThatWithdrawsGivesUpNobody() async throws {
            try await withQueue { fixture in
                #expect(try await fixture.dialerd("pause", "spring", "--withdraw").code == 0)
                try await fixture.campaign { $0.underWay == 0 && $0.state == "paused" }
                let before = try await fixture.simulator.calls().count
                #expect(before < 300)
                #expect(try await fixture.dialerd("resume", "spring").code == 0)
                try await fixture.completed()
                let lines = try await fixture.results()
                #expect(lines.count == 300 && lines.allSatisfy { $0.attempts == 1 })
                let talks = try await fixture.simulator.calls().filter { $0.outcome != "cancelled" }
                #expect(Set(talks.map(\.to)).count == talks.count, "nobody is called twice")
            }
        }

        @Test func aNumberThatComesOntoTheListIsNotRung() async throws {
            try await withQueue { fixture in
                // The last ones in the queue, and one that has not been dialed.
                let queued = try await fixture.simulator.calls().suffix(3).map(\.to)
                let number = ContactList.number(299)
                let answer = try await fixture.dialerd("dnc", "add", queued[0], queued[1], queued[2], number)
                #expect(answer.code == 0, "\(answer.errors)")
                try await fixture.completed()
                let unwanted = Set(queued + [number])
                let lines = try await fixture.results().filter { unwanted.contains($0.number) }
                #expect(lines.map(\.outcome) == Array(repeating: "suppressed", count: unwanted.count))
                let calls = try await fixture.simulator.calls().filter { unwanted.contains($0.to) }
                #expect(calls.allSatisfy { $0.outcome == "cancelled" })
                #expect(try await fixture.campaign { _ in true }.outcomes["suppressed"] == unwanted.count)
            }
        }

        /// A campaign outside its hours says so and calls nobody, until its settings file is changed.
        @Test func hoursAreObeyedAndSettingsCanChange() async throws {
            try await SystemFixture.open { fixture in
                try await fixture.startDaemon()
                // Closed whatever the time of day, and for as long as a slow machine may take.
                let day = Date.ISO8601FormatStyle().year().month().day()
                let dates = (-2...2).map { Date(timeIntervalSinceNow: Double($0) * 86_400).formatted(day) }
                let hours =
                    "calling_hours: {timezone: America/New_York, skip_dates: [\(dates.joined(separator: ", "))]}\n"
                try fixture.drop("spring", ContactList.csv(20), settings: ContactList.settings + hours)
                let closed = try await fixture.campaign { $0.reason != nil }
                #expect(closed.reason?.hasPrefix("outside calling hours") == true)
                #expect(closed.pending == 20)
                #expect(try await fixture.simulator.calls().isEmpty)
                let explained = try await fixture.dialerd("explain", ContactList.number(3))
                #expect(explained.output.contains("America/New_York"))

                let file = "campaigns/accepted/spring/spring.yaml"
                try fixture.write(ContactList.settings + "priorty: 3\n", to: file)
                try await eventually("the refusal of a misspelled key") {
                    try await fixture.dialerd("status", "spring").output.contains("priority") ? true : nil
                }
                try fixture.write(ContactList.settings, to: file)
                try await fixture.completed()
                try await fixture.expectAgreement(numbers: SystemTests.numbers(20))
            }
        }
    }
}
