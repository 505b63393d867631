package import DialerCore

/// What `status` shows.
package struct StatusReport: Hashable, Sendable {
    package struct Daemon: Hashable, Sendable {
        package enum State: String, Sendable {
            case running
            case stopped
        }

        package var state: State
        package var pid: Int?
        package var version: String?
        /// RFC 3339, in UTC.
        package var startedAt: String?
        /// What keeps the running daemon from working, one sentence each.
        package var problems: [String] = []
    }

    package var daemon: Daemon
    package var campaigns: [CampaignStatus]
    package var files: [WaitingFile]
}

extension StatusReport {
    /// Adds the problems that the running daemon reports itself: while writes to the database fail, they are not in the
    /// database.
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
    /// Why no calls are made although contacts are pending, in a sentence; else nil.
    package var reason: String?
    package var progress: CampaignProgress
    /// Rows of the file that became no contact.
    package var rejectedRows: Int
    /// Destinations handed over per second, over the last minute.
    package var callsPerSecond: Double
    package var eta: WallTime?
    /// Why the last change of the settings file is not in force.
    package var settingsProblem: String?
    /// When the campaign was archived. From then on only its results file and these counts are left.
    package var archivedAt: WallTime?
}
