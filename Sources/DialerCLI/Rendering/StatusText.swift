import DialerCore
import DialerStore

/// The sentences and figures of `status`, for a terminal and for a pipe alike. A new line about a campaign is added to
/// ``figures(_:)`` or ``notes(_:)``; in JSON it is a key of `CampaignStatus`.
enum StatusText {
    struct Note {
        var text: String
        var isWarning = false
    }

    static func headline(_ daemon: StatusReport.Daemon) -> String {
        switch daemon.state {
        case .stopped: "dialerd is not running"
        case .running:
            "dialerd \(daemon.version ?? "") runs (pid \(daemon.pid ?? 0), since \(daemon.startedAt ?? "an unknown time"))"
        }
    }

    static func problems(_ daemon: StatusReport.Daemon) -> [String] {
        daemon.problems.map { "dialing has stopped: \($0)" }
    }

    /// The numbers of a campaign, by topic.
    static func figures(_ campaign: CampaignStatus) -> [[String]] {
        let progress = campaign.progress
        // In the order of a contact's life; pending is always shown.
        let states = ContactState.allCases.filter { $0 != .finished && ($0 == .pending || progress[$0] > 0) }
            .map { "\(spoken($0.rawValue)) \(progress[$0])" }
        let outcomes = Outcome.allCases.filter { progress[$0] > 0 }.map { "\(spoken($0.rawValue)) \(progress[$0])" }
        return [states, outcomes, ["attempts \(progress.attempts)", "cost \(progress.cost.text)"]]
            .filter { !$0.isEmpty }
    }

    /// Sentences about a campaign.
    static func notes(_ campaign: CampaignStatus) -> [Note] {
        let archived = campaign.archivedAt.map {
            "archived \($0.rfc3339): dialerd results \(campaign.name) prints its results.csv"
        }
        return [
            campaign.reason.map { Note(text: "not dialing: \($0)", isWarning: true) },
            archived.map { Note(text: $0) },
            campaign.settingsProblem.map { Note(text: $0, isWarning: true) },
        ].compactMap(\.self)
    }

    static func finished(_ campaign: CampaignStatus) -> String {
        guard campaign.state != .importing else { return "its file is being imported" }
        if campaign.progress.contacts == 0, campaign.rejectedRows > 0 {
            return "no contact: \(onlyRejects(campaign.rejectedRows)), see rejects.csv"
        }
        return "\(campaign.progress[.finished]) of \(campaign.progress.contacts) finished (\(percent(campaign)) %)"
    }

    static func onlyRejects(_ rows: Int) -> String {
        rows == 1 ? "the only row is a reject" : "all \(rows) rows are rejects"
    }

    /// Rounded down: 100 only when everything is finished.
    private static func percent(_ campaign: CampaignStatus) -> Int {
        guard campaign.progress.contacts > 0 else { return campaign.state == .completed ? 100 : 0 }
        return campaign.progress[.finished] * 100 / campaign.progress.contacts
    }

    /// Nil unless the campaign is running.
    static func rate(_ campaign: CampaignStatus) -> String? {
        guard campaign.state == .running else { return nil }
        return "\((campaign.callsPerSecond * 10).rounded() / 10) calls/s"
    }

    /// `no_answer` as `no answer`.
    static func spoken(_ name: String) -> String { name.replacing("_", with: " ") }
}
