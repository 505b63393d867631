package import DialerCore

/// What `status --json` prints (docs/cli.md, "status --json"). Keys are added, never changed.
package struct StatusReport: Codable, Hashable, Sendable {
    package struct Daemon: Codable, Hashable, Sendable {
        package enum State: String, Codable, Sendable {
            case running
            case stopped
        }

        package var state: State
        package var pid: Int?
        package var version: String?
        package var startedAt: String?
        /// What keeps the running daemon from working, a sentence each.
        package var problems: [String] = []

        enum CodingKeys: String, CodingKey {
            case state, pid, version, problems
            case startedAt = "started_at"
        }

        /// Null rather than absent.
        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(state, forKey: .state)
            try container.encode(pid, forKey: .pid)
            try container.encode(version, forKey: .version)
            try container.encode(startedAt, forKey: .startedAt)
            try container.encode(problems, forKey: .problems)
        }
    }

    package var schema = 1
    package var daemon: Daemon
    package var campaigns: [CampaignStatus]
    package var files: [WaitingFile]

    package init(daemon: Daemon, campaigns: [CampaignStatus], files: [WaitingFile]) {
        self.daemon = daemon
        self.campaigns = campaigns
        self.files = files
    }
}

extension StatusReport {
    /// Adds what the running daemon says of itself: while the database fails, it cannot be read there.
    package mutating func note(problems: [String]) {
        daemon.problems = problems
        guard let problem = problems.first else { return }
        for index in campaigns.indices
        where campaigns[index].state == .running && campaigns[index].progress[.pending] > 0 {
            campaigns[index].reason = problem
        }
    }
}

/// One campaign in ``StatusReport``.
package struct CampaignStatus: Hashable, Sendable {
    package var name: String
    package var state: CampaignState
    package var reason: String?
    package var progress: CampaignProgress
    /// Destinations handed over per second, over the last minute.
    package var callsPerSecond: Double
    package var eta: WallTime?
    /// Why the last change of the settings file is not in force.
    package var settingsProblem: String?
    /// Since when its results file is all that is left of it, besides these counts.
    package var archivedAt: WallTime?
}
