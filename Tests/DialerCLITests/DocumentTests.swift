import DialerCLI
import DialerCore
import DialerStore
import DialerTestSupport
import Foundation
import TestSupport
import Testing

/// The keys and values of `status --json` and `explain --json` (docs/cli.md). A value that does not apply is null.
struct DocumentTests {
    private let folder: TemporaryFolder
    private let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try Store(path: folder.path + "/dialerd.sqlite3")
    }

    private func text(_ object: JSONObject) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(object), as: UTF8.self)
    }

    @Test func statusOfACampaign() throws {
        try store.setDaemon(pid: 4711, version: "0.1.0", startedAt: .sample)
        try store.importCampaign(contacts: 0..<3)
        try store.setWaitingFiles([WaitingFile(name: "summer", waitingFor: "summer.csv")])
        var report = try store.status(isDaemonRunning: true, at: .sample)
        report.daemon.problems = ["the disk is full"]
        let expected = """
            {"campaigns":[{"archived_at":null,"attempts":0,"calls_per_second":0,"contacts":3,"cost":"0.00000",\
            "dialing":0,"eta":null,"finished":0,"in_doubt":0,"in_progress":0,"name":"spring",\
            "outcomes":{"answered":0,"busy":0,"cancelled":0,"expired":0,"failed":0,"machine":0,"no_answer":0,\
            "rejected":0,"suppressed":0,"unknown":0},"pending":3,"queued":0,"reason":null,"ringing":0,\
            "settings_problem":null,"state":"running"}],\
            "daemon":{"pid":4711,"problems":["the disk is full"],"started_at":"2025-11-24T16:00:00Z",\
            "state":"running","version":"0.1.0"},\
            "files":[{"name":"summer","waiting_for":"summer.csv"}],"schema":1}
            """
        #expect(try text(StatusDocument.object(report)) == expected)
    }

    @Test func statusWithoutADaemon() throws {
        let report = try store.status(isDaemonRunning: false, at: .sample)
        let expected = """
            {"campaigns":[],"daemon":{"pid":null,"problems":[],"started_at":null,"state":"stopped","version":null},\
            "files":[],"schema":1}
            """
        #expect(try text(StatusDocument.object(report)) == expected)
    }

    @Test func explanationOfAQueuedContact() throws {
        var settings = CampaignSettings.sample
        settings.callingHours = .always
        let campaign = try store.importCampaign(.sample(settings: settings), contacts: 0..<1).campaign
        try queueFirstContact(of: campaign)
        _ = try store.addDoNotCall([.sample(0)], reason: "asked", source: "test", at: .sample)
        let expected = """
            {"archived_calls":[],"archived_until":null,"campaigns":[{"attempt_count":1,"attempts":[{"answer":null,\
            "answered_at":null,"being_withdrawn":true,"call_uuid":null,"call_uuid_confirmed":false,"cost":"0.00000",\
            "created_at":"2025-11-24T16:00:00Z","duration_s":null,"ended_at":null,"from":"14155550100",\
            "hangup_cause_code":null,"hangup_cause_name":null,"hangup_source":null,\
            "latest_end":"2025-11-24T16:10:00Z","machine":false,"outcome":null,"rang_at":null,"state":"queued"}],\
            "blocks":[{"name":"under_way","until":null}],"contact_state":"queued","cost":"0.00000",\
            "file":"spring.csv","imported_at":"2025-11-24T16:00:00Z","max_attempts":1,"name":"spring",\
            "next_call_at":null,"outcome":null,"reason":null,"row":2,"state":"running","time_zones":[],\
            "to":"+15550000000","window_closes_at":null}],"daemon":{"state":"running"},\
            "do_not_call":{"added_at":"2025-11-24T16:00:00Z","number":"+15550000000","reason":"asked",\
            "source":"test"},"number":"+15550000000","schema":1}
            """
        #expect(try text(explanation(of: .sample(0))) == expected)
    }

    @Test func explanationOfAnUnknownNumber() throws {
        let expected = """
            {"archived_calls":[],"archived_until":null,"campaigns":[],"daemon":{"state":"running"},\
            "do_not_call":null,"number":"+15550000000","schema":1}
            """
        #expect(try text(explanation(of: .sample(0))) == expected)
    }

    private func explanation(of number: Destination) throws -> JSONObject {
        let report = try store.explain(number, isDaemonRunning: true, timeZones: FixedZones(), at: .sample)
        return ExplainDocument.object(report)
    }

    private func queueFirstContact(of campaign: CampaignID) throws {
        try store.write { transaction in
            let zones = try transaction.pendingZones(of: campaign)
            let ready = try transaction.readyContacts(of: campaign, in: zones, at: .sample, limit: 1)
            let contact = try #require(ready.first).contact
            let batch = try transaction.insertBatch(
                campaign: campaign,
                token: "token",
                callerID: "14155550100",
                overrides: nil,
                size: 1,
                isClockSuspect: false,
                at: .sample
            )
            let latestEnd = WallTime.sample + .seconds(600)
            let id = try transaction.insertAttempt(
                for: contact,
                in: batch,
                at: .sample,
                latestEnd: latestEnd,
                checkAt: latestEnd
            )
            let attempt = try #require(try transaction.attempt(id))
            try transaction.update(attempt) { $0.state = .queued }
            try transaction.update(contact) { contact in
                contact.state = .queued
                contact.attempts = 1
                contact.attempt = id
            }
        }
    }

    @Test(arguments: [
        (CallBlock.finished(.busy), "finished"), (.underWay(.ringing), "under_way"), (.inDoubt, "in_doubt"),
        (.doNotCall, "do_not_call"), (.campaign(.paused), "campaign_paused"), (.campaign(.halted), "campaign_halted"),
        (.campaign(.cancelling), "campaign_cancelling"), (.ended(.sample), "end_at"), (.endsBefore(.sample), "end_at"),
        (.starts(.sample), "start_at"), (.notDue(.sample), "not_due"),
        (.attemptLimit(AttemptLimit(max: 1, within: .seconds(60)), until: .sample), "attempt_limit"),
        (.retryNotWanted(.busy), "retry_not_wanted"), (.closed(until: .sample), "calling_hours"),
        (.neverOpen, "calling_hours_never_open"), (.zoneUnknown, "time_zone_unknown"),
    ])
    func blocksHaveTheirDocumentedNames(block: CallBlock, name: String) {
        #expect(ExplainDocument.name(of: block) == name)
    }
}
