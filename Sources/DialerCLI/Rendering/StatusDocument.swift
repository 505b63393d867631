import DialerCore
package import DialerStore

/// `status --json`, schema 1 (docs/cli.md, "status --json"). Keys are added, never changed; a value that does not apply is
/// null.
package enum StatusDocument {
    package static func object(_ report: StatusReport) -> JSONObject {
        let daemon = report.daemon
        return [
            "schema": 1,
            "daemon": [
                "state": daemon.state.rawValue, "pid": daemon.pid, "version": daemon.version,
                "started_at": daemon.startedAt, "problems": daemon.problems,
            ] as JSONObject,
            "campaigns": report.campaigns.map(object),
            "files": report.files.map { ["name": $0.name, "waiting_for": $0.waitingFor] },
        ]
    }

    private static func object(_ campaign: CampaignStatus) -> JSONObject {
        let progress = campaign.progress
        let outcomes = Outcome.allCases.map { ($0.rawValue, progress[$0]) }
        let object: JSONObject = [
            "name": campaign.name, "state": campaign.state.rawValue, "reason": campaign.reason,
            "contacts": progress.contacts, "outcomes": Dictionary(uniqueKeysWithValues: outcomes),
            "attempts": progress.attempts, "cost": progress.cost.text,
            "calls_per_second": (campaign.callsPerSecond * 10).rounded() / 10, "eta": campaign.eta?.rfc3339,
            "settings_problem": campaign.settingsProblem, "archived_at": campaign.archivedAt?.rfc3339,
        ]
        let states = Dictionary(uniqueKeysWithValues: ContactState.allCases.map { ($0.rawValue, progress[$0]) })
        return object + JSONObject(states)
    }
}
