import DialerCore
import DialerStore
import DialerTestSupport
import Testing

/// What `explain` knows of a number.
struct ExplainTests {
    private let scratch: Scratch
    private let store: Store

    init() throws {
        scratch = try Scratch()
        store = try scratch.store()
    }

    private func explain(_ index: Int = 0, after wait: Duration = .zero) throws -> NumberReport {
        try store.explain(
            Scratch.number(index),
            isDaemonRunning: true,
            timeZones: FixedZones(),
            at: scratch.now + wait
        )
    }

    @Test func aNumberThatNobodyKnows() throws {
        try scratch.campaign(contacts: 1, in: store)
        #expect(try explain(5).isEmpty)
        _ = try store.addDoNotCall([Scratch.number(5)], reason: "asked", source: "test", at: scratch.now)
        #expect(try explain(5).doNotCall?.reason == "asked")
        #expect(try !explain(5).isEmpty)
    }

    @Test func aCampaignIsInvisibleUntilItIsImported() throws {
        let importer = try Importer(.sample(), store: store, at: scratch.now)
        try importer.add(.samples(0..<3))
        #expect(try explain().isEmpty)
        try importer.commit(rows: 3, rejected: 0, at: scratch.now)
        let contact = try #require(try explain().contacts.first)
        #expect(contact.campaign == "spring" && contact.fileName == "spring.csv" && contact.row == 2)
        #expect(contact.typed == "+15550000000" && contact.importedAt == scratch.now)
        #expect(contact.state == .pending && contact.attempts.isEmpty)
    }

    @Test func everyCampaignAndEveryAttemptInTheirOrder() throws {
        let spring = try scratch.campaign(contacts: 2, in: store).campaign
        try scratch.campaign("summer", contacts: 1, in: store) { $0.callingHours = .always }
        let now = scratch.now
        try scratch.call(spring, in: store) { $0.state = .notPlaced }
        let second = try #require(
            try scratch.call(spring, in: store, at: now + .seconds(60)) { attempt in
                attempt.state = .ended
                attempt.outcome = .busy
                attempt.causeCode = 3010
            }.first
        )
        try store.write { transaction in
            let batch = try #require(try transaction.attempt(second)).batch
            try transaction.answer(batch, as: .unclear, answer: "Plivo answered 500", at: now)
        }
        let report = try explain()
        #expect(report.contacts.map(\.campaign) == ["spring", "summer"])
        let attempts = try #require(report.contacts.first).attempts
        #expect(attempts.map(\.attempt.state) == [.notPlaced, .ended])
        #expect(attempts.map(\.answer) == [nil, "Plivo answered 500"])
        #expect(attempts.map(\.callerID) == ["14155550100", "14155550100"])
        #expect(report.contacts.map(\.forecast.blocks) == [[.finished(.busy)], []])
        #expect(try explain(1).contacts.map(\.attempts.count) == [0])
    }

    @Test func callsOfOneCampaignHoldBackAnother() throws {
        let limit = AttemptLimit(max: 1, within: .seconds(86_400))
        let spring = try scratch.campaign(contacts: 1, in: store).campaign
        try scratch.campaign("summer", contacts: 1, in: store) { settings in
            settings.attemptLimits = [limit]
            settings.callingHours = .always
        }
        try scratch.call(spring, in: store) { attempt in
            attempt.state = .ended
            attempt.outcome = .busy
        }
        let summer = try #require(try explain(after: .seconds(60)).contacts.last)
        let until = scratch.now + .seconds(86_400)
        #expect(summer.forecast.blocks == [.attemptLimit(limit, until: until)])
        #expect(summer.forecast.next == until)
    }

    struct Change: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var retry: RetryPolicy
        var blocks: [CallBlock]
    }

    @Test(arguments: [
        Change(testDescription: "none", retry: Self.twice, blocks: []),
        Change(
            testDescription: "busy is retried no more",
            retry: RetryPolicy(maxAttempts: 2, delays: [.noAnswer: .seconds(60)]),
            blocks: [.retryNotWanted(.busy)]
        ),
        Change(
            testDescription: "fewer attempts",
            retry: RetryPolicy(maxAttempts: 1, delays: [.busy: .seconds(60)]),
            blocks: [.retryNotWanted(.busy)]
        ),
    ])
    func aRetryThatChangedSettingsNoLongerWantIsNotMade(_ change: Change) throws {
        var settings: CampaignSettings?
        let spring = try scratch.campaign(contacts: 1, in: store) { new in
            new.retry = Self.twice
            new.callingHours = .always
            settings = new
        }.campaign
        try scratch.call(spring, in: store) { attempt in
            attempt.state = .ended
            attempt.outcome = .busy
        }
        try retryFirstContact(of: spring)
        var changed = try #require(settings)
        changed.retry = change.retry
        _ = try store.changeSettings(of: spring, to: changed, sha256: "new")
        let contact = try #require(try explain().contacts.first)
        #expect(contact.forecast.blocks == change.blocks)
        #expect(contact.forecast.next == (change.blocks.isEmpty ? scratch.now : nil))
    }

    private static let twice = RetryPolicy(maxAttempts: 2, delays: [.busy: .seconds(60)])

    /// Its call has ended, and it is pending again.
    private func retryFirstContact(of campaign: CampaignID) throws {
        try store.write { transaction in
            let attempts = try transaction.attempts(in: BatchID(1))
            let ended = try #require(try attempts.first.flatMap { try transaction.contact($0.contact) })
            try transaction.update(ended) { contact in
                contact.state = .pending
                contact.outcome = nil
            }
        }
    }

    @Test func hoursAreThoseOfTheNumbersZone() throws {
        try scratch.campaign(contacts: 1, in: store, zones: ["East"]) { settings in
            settings.callingHours = .everyDay(DayWindow(opens: 9 * 60, closes: 10 * 60))
        }
        try scratch.campaign("summer", contacts: 1, in: store, zones: ["Nowhere"])
        let contacts = try explain().contacts
        #expect(contacts.map(\.zones.names) == [["East"], []])
        let opening = try #require(contacts.first?.forecast.next)
        #expect(opening.rfc3339(offset: .seconds(7200)).hasSuffix("T09:00:00+02:00"))
        #expect(contacts.last?.forecast.blocks == [.zoneUnknown])
    }
}
