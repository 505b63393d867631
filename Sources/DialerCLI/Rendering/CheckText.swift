import CampaignFiles
import DialerCore
import DialerDaemon
import PlivoAPI
import Settings

/// `check` for people.
struct CheckText {
    let report: CheckReport
    private let rejectsFile: String?

    init(_ report: CheckReport, rejectsFile: String?) {
        self.report = report
        self.rejectsFile = rejectsFile
    }

    /// Why the file would not become a campaign at once, one sentence each.
    static func refusal(_ report: CheckReport) -> [String] {
        guard !report.missingSettings.isEmpty else { return report.problems }
        let missing = report.missingSettings.joined(separator: " and ")
        return report.problems + [
            "\(report.file) would wait for settings: \(missing), in its settings file or in defaults"
        ]
    }

    var text: String {
        [headline, settings, file, rejects, request, zones, outlook].filter { !$0.isEmpty }
            .map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    private var headline: [String] {
        let name = report.campaign.map { " \($0)" } ?? ""
        if !report.problems.isEmpty { return ["\(report.file) would be refused"] }
        if !report.missingSettings.isEmpty { return ["\(report.file) would wait for settings"] }
        let rows = report.rows.flatMap { $0.contacts == 0 ? $0.rejected : nil } ?? 0
        let reservation = rows > 0 ? ", without a contact: \(StatusText.onlyRejects(rows))" : ""
        return ["\(report.file) would become the campaign\(name)\(reservation)"]
    }

    private var settings: [String] {
        guard let settings = report.settings else { return [] }
        var lines = ["settings: \(report.settingsFile.map { "\($0) over the defaults" } ?? "only the defaults")"]
        if !settings.callerIDs.isEmpty { lines.append("  from \(settings.callerIDs.joined(separator: ", "))") }
        lines.append("  calling hours \(SettingsText.hours(settings.callingHours))")
        var pace = ["priority \(settings.priority)"]
        if let rate = settings.callsPerSecond { pace.append("at most \(rate.settingText) calls a second") }
        if let most = settings.maxCallsInFlight { pace.append("at most \(most) in flight") }
        if let start = settings.startAt { pace.append("from \(start.rfc3339)") }
        if let end = settings.endAt { pace.append("until \(end.rfc3339)") }
        lines.append("  " + pace.joined(separator: ", "))
        let retries = settings.retry.delays.map { "\($0.key.rawValue) after \($0.value.settingText)" }
        if !retries.isEmpty {
            lines.append("  \(settings.retry.maxAttempts) attempts: \(retries.sorted().joined(separator: ", "))")
        }
        return lines
    }

    private var file: [String] {
        guard let content = report.content else { return [] }
        let delimiters = [",": "commas", ";": "semicolons", "\t": "tabs", "|": "pipes"]
        var lines = [
            "file: \(content.encoding.rawValue), \(delimiters[content.delimiter] ?? content.delimiter), "
                + pluralized(content.columns.count + 1, "column")
        ]
        if let known = report.importedAs { lines.append("  imported before, as campaign \(known)") }
        guard let counts = report.rows else { return lines }
        lines.append("  rows        \(counts.rows)")
        lines.append("  contacts    \(counts.contacts), \(counts.suppressed) of them on the do-not-call list")
        lines.append("  duplicates  \(counts.duplicates)")
        lines.append("  rejected    \(counts.rejected)")
        return lines
    }

    private var rejects: [String] {
        guard let rows = report.rows, !rows.firstRejects.isEmpty else { return [] }
        let shown = rows.firstRejects.count
        let isAll = shown == rows.rejected
        let place = rejectsFile.map { "all are in \($0)" } ?? "--rejects FILE writes all of them"
        return [isAll ? "rejects:" : "the first \(shown) of \(rows.rejected) rejects; \(place):"]
            + rows.firstRejects.map { reject in
                let value = String(reject.value.prefix(60).map(Self.printable))
                let cell = reject.column.isEmpty ? "" : " \(reject.column) \"\(value)\""
                return "  line \(reject.row)\(cell): \(reject.reason)"
            }
    }

    /// Blanks replace line ends and control characters, which would control the terminal.
    private static func printable(_ character: Character) -> Character {
        let isControl = character.unicodeScalars.contains { $0.properties.generalCategory == .control }
        return isControl || character.isNewline ? " " : character
    }

    private var request: [String] {
        guard let first = report.firstRequest, let body = try? first.request.json() else { return [] }
        return [
            "the first request, with at most three of its destinations; TOKEN stands for the request's secret:",
            "  POST \(first.url)", "  " + String(decoding: body, as: UTF8.self),
        ]
    }
}
