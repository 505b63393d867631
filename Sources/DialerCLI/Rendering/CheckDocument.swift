import CampaignFiles
import DialerCore
import DialerDaemon
import PlivoAPI

/// `check --json`, schema 1 (docs/cli.md, "check --json"). Keys are added, never changed; the key of a value that is not
/// known is left out.
struct CheckDocument: Encodable {
    private let report: CheckReport

    init(_ report: CheckReport) {
        self.report = report
    }

    private struct Key: CodingKey, ExpressibleByStringLiteral {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringLiteral name: String) { stringValue = name }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private struct RejectEntry: Encodable {
        var row: Int
        var column: String
        var value: String
        var reason: String
    }

    private struct ZoneEntry: Encodable {
        var zones: [String]
        var calls: Int
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(1, forKey: "schema")
        try container.encode(report.file, forKey: "file")
        try container.encode(report.isAccepted, forKey: "accepted")
        try container.encode(report.problems, forKey: "problems")
        try container.encode(report.missingSettings, forKey: "waiting_for")
        try container.encodeIfPresent(report.campaign, forKey: "campaign")
        try container.encodeIfPresent(report.settingsFile, forKey: "settings_file")
        if let settings = report.settings {
            try container.encode(SettingsDocument(settings), forKey: "settings")
        }
        try container.encode(report.hasDatabase, forKey: "has_database")
        try encodeFile(&container)
        try encodeRequest(&container)
        try encodeOutlook(&container)
    }

    private func encodeFile(_ container: inout KeyedEncodingContainer<Key>) throws {
        if let content = report.content {
            try container.encode(content.sha256, forKey: "file_sha256")
            try container.encode(content.encoding.rawValue, forKey: "encoding")
            try container.encode(content.delimiter, forKey: "delimiter")
            try container.encode(content.columns, forKey: "columns")
            try container.encodeIfPresent(content.importedAs, forKey: "imported_as")
        }
        guard let rows = report.rows else { return }
        try container.encode(rows.counts.rows, forKey: "rows")
        try container.encode(rows.counts.contacts, forKey: "contacts")
        try container.encode(rows.counts.rejected, forKey: "rejected")
        try container.encode(rows.counts.duplicates, forKey: "duplicates")
        try container.encode(rows.counts.suppressed, forKey: "suppressed")
        let rejects = rows.firstRejects
            .map { RejectEntry(row: $0.row, column: $0.column, value: $0.value, reason: $0.reason) }
        try container.encode(rejects, forKey: "first_rejects")
        try container.encode(rows.zones.map { ZoneEntry(zones: $0.zones, calls: $0.calls) }, forKey: "time_zones")
    }

    private func encodeRequest(_ container: inout KeyedEncodingContainer<Key>) throws {
        guard let first = report.firstRequest else { return }
        var request = container.nestedContainer(keyedBy: Key.self, forKey: "first_request")
        try request.encode("POST", forKey: "method")
        try request.encode(first.url, forKey: "url")
        try request.encode(first.request.fields, forKey: "body")
    }

    private func encodeOutlook(_ container: inout KeyedEncodingContainer<Key>) throws {
        guard let outlook = report.outlook else { return }
        var estimate = container.nestedContainer(keyedBy: Key.self, forKey: "estimate")
        try estimate.encodeIfPresent(outlook.finish.firstCall?.rfc3339, forKey: "first_call")
        try estimate.encodeIfPresent(outlook.finish.lastCall?.rfc3339, forKey: "last_call")
        try estimate.encode(outlook.finish.expired, forKey: "expired")
        try estimate.encode(outlook.finish.outOfReach, forKey: "out_of_reach")
        try estimate.encode(outlook.beside, forKey: "beside")
        try estimate.encode(outlook.longestCall.inSeconds, forKey: "longest_average_call_s")
        guard let cost = outlook.cost else { return }
        try estimate.encode(cost.total.text, forKey: "cost")
        try estimate.encode(cost.perCall.text, forKey: "cost_per_call")
        try estimate.encodeIfPresent(cost.pastCalls, forKey: "past_calls")
    }
}
