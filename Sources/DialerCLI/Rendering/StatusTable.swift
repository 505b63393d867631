import DialerCore
import DialerStore

/// `status` for a terminal: a block and a bar a campaign. No line is wider than the terminal, so that redrawing in
/// place knows its height.
struct StatusTable {
    private let report: StatusReport
    private let width: Int
    private let isColored: Bool

    init(_ report: StatusReport, width: Int, isColored: Bool) {
        self.report = report
        self.width = max(20, width)
        self.isColored = isColored
    }

    var text: String { lines.joined(separator: "\n") + "\n" }

    /// Cut to the lines of a terminal, so that it can be redrawn in place.
    func text(height: Int?) -> String {
        let lines = lines
        guard let height, lines.count >= height else { return text }
        let shown = max(1, height - 2)
        let rest = styled(cut("… \(lines.count - shown) more lines: dialerd status NAME shows one campaign"), .dim)
        return (lines.prefix(shown) + [rest]).joined(separator: "\n") + "\n"
    }

    private var lines: [String] {
        var lines = [styled(cut(StatusWords.headline(report.daemon)), .dim)]
        lines += StatusWords.problems(report.daemon).map { styled(cut($0), .warning) }
        if report.campaigns.isEmpty, report.files.isEmpty {
            lines.append("no campaigns yet: drop a CSV file into the watched folder")
        }
        for campaign in report.campaigns { lines += [""] + block(campaign) }
        if !report.files.isEmpty { lines += ["", styled("waiting in the folder", .bold)] }
        lines += report.files.map { cut("  \($0.name): waits for \($0.waitingFor)") }
        return lines
    }

    private func block(_ campaign: CampaignStatus) -> [String] {
        let title =
            ([campaign.name, campaign.state.rawValue, StatusWords.rate(campaign)] as [String?])
            .compactMap(\.self).joined(separator: "  ") + (campaign.eta.map { "  eta \($0.rfc3339)" } ?? "")
        var lines = [
            styled(cut(title), .bold),
            bar(campaign),
            cut("  " + StatusWords.states(campaign).joined(separator: "  ")),
        ]
        let outcomes = StatusWords.outcomes(campaign)
        if !outcomes.isEmpty { lines.append(cut("  " + outcomes.joined(separator: "  "))) }
        lines.append(cut("  attempts \(campaign.progress.attempts)  cost \(campaign.progress.cost.text)"))
        if let reason = campaign.reason { lines.append(styled(cut("  not dialling: \(reason)"), .warning)) }
        if let archived = StatusWords.archived(campaign) { lines.append(cut("  \(archived)")) }
        if let problem = campaign.settingsProblem { lines.append(styled(cut("  \(problem)"), .warning)) }
        return lines
    }

    /// What is finished, what is with Plivo, what is left.
    private func bar(_ campaign: CampaignStatus) -> String {
        let caption = "  " + StatusWords.finished(campaign)
        let length = max(10, min(50, width - caption.count - 2))
        let contacts = max(1, campaign.progress.contacts)
        let isEmpty = campaign.state == .completed && campaign.progress.contacts == 0
        let done = isEmpty ? length : campaign.progress[.finished] * length / contacts
        let begun = min(length - done, (campaign.progress.inFlight * length + contacts - 1) / contacts)
        let cells =
            styled(String(repeating: "█", count: done), .good) + styled(String(repeating: "▒", count: begun), .warning)
            + styled(String(repeating: "░", count: length - done - begun), .dim)
        return "  " + cells + cut(caption, to: width - length - 2)
    }

    private func cut(_ line: String, to limit: Int? = nil) -> String {
        let limit = max(1, limit ?? width)
        return line.count <= limit ? line : line.prefix(limit - 1) + "…"
    }

    private enum Style: String {
        case bold = "1"
        case dim = "2"
        case good = "32"
        case warning = "33"
    }

    private func styled(_ text: String, _ style: Style) -> String {
        isColored && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
