import DialerCore
import DialerStore

/// The words and figures that both renderings of `status` share.
enum StatusWords {
    static func headline(_ daemon: StatusReport.Daemon) -> String {
        switch daemon.state {
        case .stopped: "dialerd is not running"
        case .running:
            "dialerd \(daemon.version ?? "") runs (pid \(daemon.pid ?? 0), since \(daemon.startedAt ?? "an unknown time"))"
        }
    }

    static func problems(_ daemon: StatusReport.Daemon) -> [String] {
        daemon.problems.map { "dialling stands still: \($0)" }
    }

    /// States with contacts, in the order of a contact's life; `pending` always.
    static func states(_ campaign: CampaignStatus) -> [String] {
        ContactState.allCases.filter { $0 != .finished && ($0 == .pending || campaign.progress[$0] > 0) }
            .map { "\(spoken($0.rawValue)) \(campaign.progress[$0])" }
    }

    static func outcomes(_ campaign: CampaignStatus) -> [String] {
        Outcome.allCases.filter { campaign.progress[$0] > 0 }
            .map { "\(spoken($0.rawValue)) \(campaign.progress[$0])" }
    }

    static func finished(_ campaign: CampaignStatus) -> String {
        guard campaign.state != .importing else { return "its file is being read" }
        return "\(campaign.progress[.finished]) of \(campaign.progress.contacts) finished (\(percent(campaign)) %)"
    }

    /// Rounded down: 100 only when everything is finished.
    static func percent(_ campaign: CampaignStatus) -> Int {
        guard campaign.progress.contacts > 0 else { return campaign.state == .completed ? 100 : 0 }
        return campaign.progress[.finished] * 100 / campaign.progress.contacts
    }

    static func rate(_ campaign: CampaignStatus) -> String? {
        guard campaign.state == .running else { return nil }
        return "\((campaign.callsPerSecond * 10).rounded() / 10) calls/s"
    }

    /// Nil for a campaign that is in the database.
    static func archived(_ campaign: CampaignStatus) -> String? {
        campaign.archivedAt.map { "archived \($0.rfc3339): dialerd results \(campaign.name) prints its results.csv" }
    }

    /// `no_answer` as people say it.
    static func spoken(_ name: String) -> String { name.replacing("_", with: " ") }
}
