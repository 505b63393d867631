import DialerCore
import DialerStore
import DialerTestSupport
import Testing

/// Archiving: what is kept of a campaign that ended long ago, and what is removed.
struct ArchiveTests {
    private let scratch: Scratch
    private let store: Store

    init() throws {
        scratch = try Scratch()
        store = try scratch.store()
    }

    private func status(_ name: String? = nil) throws -> [CampaignStatus] {
        try store.status(of: name, isDaemonRunning: true, at: scratch.muchLater).campaigns
    }

    private func results(_ name: String) throws -> Int { try store.resultCount(ofCampaign: name) }

    @Test func countersAndNameOfAnArchivedCampaignStay() throws {
        try scratch.finishedCampaign(contacts: 30, calls: 2, in: store, overrides: true)
        try scratch.campaign("summer", contacts: 3, in: store)
        let before = try #require(try status("spring").first)
        #expect(try scratch.archive(in: store) == ["spring"])
        try scratch.removeArchived(in: store)

        #expect(try status().map(\.name) == ["summer"], "archived campaigns are not listed")
        let after = try #require(try status("spring").first)
        #expect(after.progress == before.progress && after.progress.isConsistent && after.state == .completed)
        #expect(after.archivedAt == scratch.muchLater && before.archivedAt == nil)
        #expect(try store.archivedAt(campaign: "spring") == scratch.muchLater)
        #expect(try store.hasCampaign(named: "spring"))
        #expect(try store.campaign(ofFile: "spring") == "spring", "its file is still known")
        #expect(try results("spring") == 0 && results("summer") == 3)
        #expect(try store.pause("spring", at: scratch.now) == .notPossible(.completed))
        #expect(try scratch.archive(in: store).isEmpty, "once")
    }

    @Test func anUnsettledCampaignIsNotArchived() throws {
        let before = scratch.muchLater - .seconds(90 * 86_400)
        let names = { try store.archivableCampaigns(endedBefore: before).map(\.name) }
        let campaign = try scratch.finishedCampaign(contacts: 2, in: store)
        #expect(try names() == ["spring"])
        try store.write { transaction in
            try transaction.insertWebhookDelivery(
                of: "CallUUID=1",
                to: "https://example.com",
                method: "POST",
                for: campaign,
                at: scratch.now
            )
        }
        #expect(try names().isEmpty, "a webhook delivery is due")
        try store.write { transaction in
            for due in try transaction.webhookDeliveries(dueAt: scratch.now, limit: 1) {
                try transaction.remove(due.id)
            }
        }
        #expect(try names() == ["spring"])

        let other = try scratch.campaign("summer", contacts: 1, in: store).campaign
        let call = try #require(
            try scratch.call(other, in: store, at: scratch.now + .seconds(86_400)) { $0.state = .inDoubt }.first
        )
        #expect(try names().isEmpty, "its calls may be evidence about the call in doubt")
        try scratch.update(call, in: store) { attempt in
            attempt.state = .ended
            attempt.outcome = .unknown
        }
        #expect(try names() == ["spring"])
    }

    @Test func aCampaignThatEndedRecentlyIsNotArchived() throws {
        let campaign = try scratch.finishedCampaign(contacts: 2, in: store)
        let end = scratch.now + .seconds(60)
        #expect(try store.archivableCampaigns(endedBefore: end).isEmpty)
        let after = end + .milliseconds(1)
        #expect(try store.archivableCampaigns(endedBefore: after).map(\.contacts) == [2])
        _ = try store.write { try $0.apply(.reopened, to: campaign) }
        #expect(try !store.archive(campaign, endedBefore: after, at: after), "it was reopened meanwhile")
        #expect(try store.archivedAt(campaign: "spring") == nil)
    }

    @Test(arguments: [1, 7, 1000])
    func rowsAreRemovedInSlicesOfAnySize(_ limit: Int) throws {
        try scratch.finishedCampaign(contacts: 40, calls: 2, in: store, overrides: true)
        try scratch.finishedCampaign("autumn", contacts: 5, in: store)
        try scratch.archive(in: store)
        let whole = try results("spring")
        // 80 attempts, 80 batches, 40 contacts, 40 sets of overrides, 15 rows of the other campaign; the newest of each stay.
        let slices = try scratch.removeArchived(in: store, limit: limit)
        #expect(whole == 40 && slices >= 240 / (2 * limit))
        #expect(try results("spring") == 0)
        #expect(try results("autumn") == 1, "the newest contact stays, so that its id is not used again")
        let next = try scratch.campaign("winter", contacts: 2, in: store)
        try scratch.call(next.campaign, count: 2, in: store)
        try scratch.removeArchived(in: store, limit: limit)
        #expect(try results("autumn") == 0 && results("winter") == 2)
    }

    @Test func anInterruptedRemovalContinues() throws {
        try scratch.finishedCampaign(contacts: 50, in: store)
        try scratch.archive(in: store)
        for _ in 0..<3 { #expect(try store.removeArchivedRows(limit: 10, at: scratch.muchLater)) }
        let failing = try Store(path: scratch.path, options: StoreOptions { throw Crash() })
        #expect(throws: Crash.self) { try failing.removeArchivedRows(limit: 10, at: scratch.muchLater) }
        let before = try #require(try status("spring").first)
        try store.close()

        let again = try scratch.store()
        try scratch.campaign("summer", contacts: 1, in: again)
        try scratch.removeArchived(in: again, limit: 10)
        let after = try again.status(of: "spring", isDaemonRunning: true, at: scratch.muchLater).campaigns.first
        #expect(after == before)
        #expect(try again.resultCount(ofCampaign: "spring") == 0)
        let calls = try again.explain(
            Scratch.number(0),
            isDaemonRunning: true,
            timeZones: FixedZones(),
            at: scratch.muchLater
        ).archivedCalls
        #expect(calls == [scratch.now], "once, in spite of the interruption")
    }

    private struct Crash: Error {}

    @Test func rowIDsAreNotUsedTwice() throws {
        let spring = try scratch.finishedCampaign(contacts: 3, in: store)
        let old = try store.write { try $0.batch(token: "3-0-\(scratch.now.milliseconds)") }
        try scratch.archive(in: store)
        try scratch.removeArchived(in: store)
        let summer = try scratch.campaign("summer", contacts: 3, in: store).campaign
        let calls = try scratch.call(summer, count: 3, in: store)
        let batches = try store.write { transaction in try calls.compactMap { try transaction.attempt($0)?.batch } }
        let last = try #require(old?.id)
        #expect(batches.count == 3 && batches.allSatisfy { $0 > last })
        #expect(summer > spring)
        // The contacts of a broken import are those with larger ids than the last complete campaign's.
        let broken = try Importer(.sample("broken"), store: store, at: scratch.now)
        try broken.add(.samples(0..<10))
        #expect(try store.removeBrokenImports() == 1)
        #expect(try results("summer") == 3)
    }

    @Test func contactsOfAnArchivedCampaignAreNotResolved() throws {
        let campaign = try scratch.campaign(contacts: 1, in: store).campaign
        try scratch.call(campaign, in: store) { attempt in
            attempt.state = .ended
            attempt.outcome = .unknown
        }
        try store.finish(campaign, at: scratch.now)
        let listed = try #require(try store.doubtfulContacts(ofCampaign: "spring"))
        #expect(listed.count == 1)
        try scratch.archive(in: store)
        #expect(try store.doubtfulContacts(ofCampaign: "spring") == [])
        #expect(try store.resolve(listed, as: .redial, at: scratch.muchLater) == 0, "decided after the archiving")
        #expect(try status("spring").first?.state == .completed)
    }
}
