import Foundation
import TestSupport
import Testing

extension SystemFixture {
    /// `status --json`; that it adds up is checked at every look.
    func status() async throws -> Status {
        let answer = try await dialerd("status", "--json")
        let status = try JSONDecoder().decode(Status.self, from: Data(answer.output.utf8))
        #expect(status.schema == 1)
        #expect(answer.code == (status.daemon.state == "running" ? 0 : 1))
        #expect(status.campaigns.filter { !$0.addsUp } == [])
        return status
    }

    /// Waits until a campaign is as it should be.
    @discardableResult
    func campaign(
        _ name: String = "spring",
        within limit: Duration = .seconds(120),
        is isSo: (Status.Campaign) -> Bool
    ) async throws -> Status.Campaign {
        var last: Status.Campaign?
        do {
            return try await eventually("campaign \(name)", within: limit) {
                // Before its first start there is no database.
                guard let status = try? await status() else { return nil }
                last = status.campaigns.first { $0.name == name }
                return last.flatMap { isSo($0) ? $0 : nil }
            }
        } catch let error as Overdue {
            throw Overdue(what: "\(error.what), which was \(String(describing: last))", limit: limit)
        }
    }

    /// Waits for the end of a campaign, its results file included.
    @discardableResult
    func completed(_ name: String = "spring", within limit: Duration = .seconds(120)) async throws -> Status.Campaign {
        let campaign = try await campaign(name, within: limit) { $0.state == "completed" }
        try await arrival(of: "campaigns/accepted/\(name)/results.csv")
        return campaign
    }

    /// `results --format json`, a line a contact.
    func results(_ name: String = "spring") async throws -> [ContactLine] {
        let answer = try await dialerd("results", name, "--format", "json")
        try #require(answer.code == 0, "\(answer.errors)")
        let decoder = JSONDecoder()
        return try answer.output.split(separator: "\n").map {
            try decoder.decode(ContactLine.self, from: Data($0.utf8))
        }
    }

    /// The two promises, contact by contact: nobody is called twice, nobody is lost; and each outcome is the one of the
    /// call that the simulator placed.
    ///
    /// - Parameter numbers: everybody who should be in the results.
    /// - Returns: how many contacts have which outcome.
    @discardableResult
    func expectAgreement(_ name: String = "spring", numbers: Set<String>) async throws -> [String: Int] {
        let lines = try await results(name)
        let calls = Dictionary(grouping: try await simulator.calls(), by: \.to)
        #expect(calls.filter { $0.value.count > 1 }.keys.sorted() == [], "called twice")
        #expect(Set(calls.keys).subtracting(numbers) == [], "called without being asked to")
        #expect(lines.count == numbers.count)
        #expect(Set(lines.map(\.number)) == numbers)
        let wrong = lines.filter { line in
            let call = calls[line.number]?.first
            // What neither callback nor record has told is for a person to decide.
            guard line.outcome != "unknown" else { return false }
            return call?.outcome != line.outcome || call?.call_uuid != line.call_uuid
                || call?.hangup_cause_code != line.hangup_cause_code
        }
        #expect(wrong.map(\.row) == [], "rows whose outcome is not that of their call")
        return Dictionary(grouping: lines) { $0.outcome ?? "" }.mapValues(\.count)
    }
}
