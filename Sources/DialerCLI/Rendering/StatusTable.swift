import DialerCore
import DialerStore

/// `status` for a terminal: a block of lines and a bar for each campaign. No line is wider than the terminal, so that the
/// number of lines is the height on the screen.
struct StatusTable {
    private let report: StatusReport
    private let width: Int

    init(_ report: StatusReport, width: Int) {
        self.report = report
        self.width = max(20, width)
    }

    /// - Parameter height: the terminal's height in lines, to which the text is cut; with nil, the text is not cut.
    func text(height: Int? = nil) -> String {
        let lines = lines
        guard let height, lines.count >= height else { return lines.joined(separator: "\n") + "\n" }
        let shown = max(1, height - 2)
        let rest = styled(cut("… \(lines.count - shown) more lines: dialerd status NAME shows one campaign"), .dim)
        return (lines.prefix(shown) + [rest]).joined(separator: "\n") + "\n"
    }

    private var lines: [String] {
        var lines = [styled(cut(StatusText.headline(report.daemon)), .dim)]
        lines += StatusText.problems(report.daemon).map { styled(cut($0), .warning) }
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
            ([campaign.name, campaign.state.rawValue, StatusText.rate(campaign)] as [String?])
            .compactMap(\.self).joined(separator: "  ") + (campaign.eta.map { "  eta \($0.rfc3339)" } ?? "")
        return [styled(cut(title), .bold), bar(campaign)]
            + StatusText.figures(campaign).map { cut("  " + $0.joined(separator: "  ")) }
            + StatusText.notes(campaign).map { note in
                let line = cut("  " + note.text)
                return note.isWarning ? styled(line, .warning) : line
            }
    }

    /// Shows the shares of finished contacts, of contacts under way, and of the others.
    private func bar(_ campaign: CampaignStatus) -> String {
        let caption = "  " + StatusText.finished(campaign)
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
        !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
