package import DialerCore
import GRDB

extension Store {
    /// The time over which the rate of `status` is measured.
    private static let rateWindow = Duration.seconds(60)

    /// The progress of all campaigns that are not archived, or of one campaign, even an archived one.
    ///
    /// - Parameters:
    ///   - isDaemonRunning: whether a daemon holds this state directory. If not, that is the reason why pending
    ///     contacts are not called.
    ///   - dispatchInterval: the time for which one batch of calls is meant. The rate counts it once, with the last
    ///     batch.
    /// - Throws: ``StoreError``.
    package func status(
        of name: String? = nil,
        isDaemonRunning: Bool,
        dispatchInterval: Duration = .zero,
        at now: WallTime
    ) throws -> StatusReport {
        try read { db in
            var daemon = StatusReport.Daemon(state: isDaemonRunning ? .running : .stopped)
            if isDaemonRunning, let row = try db.row("SELECT * FROM daemon") {
                daemon.pid = row["pid"]
                daemon.version = row["version"]
                daemon.startedAt = (row["started_at"] as WallTime).rfc3339
            }
            let campaigns = try CampaignTable.campaigns(
                "WHERE CASE WHEN :name IS NULL THEN c.archived_at IS NULL ELSE c.name = :name END ORDER BY c.id",
                ["name": name],
                settingsCache,
                db
            ).map {
                try Self.status($0, isDaemonRunning: isDaemonRunning, dispatchInterval: dispatchInterval, at: now, db)
            }
            let files = try db.rows("SELECT name, waiting_for FROM waiting_files ORDER BY name")
                .map { WaitingFile(name: $0["name"], waitingFor: $0["waiting_for"]) }
            return StatusReport(daemon: daemon, campaigns: campaigns, files: files)
        }
    }

    private static func status(
        _ campaign: Campaign,
        isDaemonRunning: Bool,
        dispatchInterval: Duration,
        at now: WallTime,
        _ db: Database
    ) throws -> CampaignStatus {
        let rate =
            campaign.state.isActive
            ? try callsPerSecond(of: campaign.id, dispatchInterval: dispatchInterval, at: now, db) : 0
        let pending = campaign.progress[.pending]
        var eta: WallTime?
        // While all pending contacts wait for a retry or a window, the rate says nothing about the end.
        if campaign.state == .running, campaign.reason == nil, pending > 0, rate > 0, isDaemonRunning,
            try isAnyContactDue(of: campaign.id, at: now, db)
        {
            eta = now + .seconds(Double(pending) / rate)
        }
        return CampaignStatus(
            name: campaign.name,
            state: campaign.state,
            reason: reason(of: campaign, isDaemonRunning: isDaemonRunning),
            progress: campaign.progress,
            rejectedRows: campaign.rejectedRows,
            callsPerSecond: rate,
            eta: eta,
            settingsProblem: campaign.state.isActive ? campaign.settingsProblem : nil,
            archivedAt: campaign.archivedAt
        )
    }

    /// Why an unfinished campaign makes no calls; nil while it makes calls.
    static func reason(of campaign: Campaign, isDaemonRunning: Bool) -> String? {
        guard campaign.state == .cancelling || campaign.progress[.pending] > 0 else { return nil }
        let stopped = isDaemonRunning ? nil : CampaignReason.daemonStopped
        switch campaign.state {
        case .importing, .cancelled, .completed: return nil
        case .paused, .halted: return campaign.reason
        case .waiting: return (stopped ?? campaign.settings.startAt.map(CampaignReason.startsAt) ?? .resuming).sentence
        case .running, .cancelling: return stopped?.sentence ?? campaign.reason
        }
    }

    private static func isAnyContactDue(of campaign: CampaignID, at now: WallTime, _ db: Database) throws -> Bool {
        try db.row(
            """
            \(ContactTable.pendingZones)
            SELECT 1 FROM found WHERE (SELECT min(due_at) FROM contacts
                WHERE campaign_id = ?1 AND zone_id = found.id AND state = 'pending') <= ?2 LIMIT 1
            """,
            [campaign, now]
        ) != nil
    }

    private static func callsPerSecond(
        of campaign: CampaignID,
        dispatchInterval: Duration,
        at now: WallTime,
        _ db: Database
    ) throws -> Double {
        let row = try db.row(
            """
            SELECT sum(size) AS calls, min(created_at) AS first FROM batches
            WHERE campaign_id = ? AND created_at > ? AND state <> 'refused'
            """,
            [campaign, now - rateWindow]
        )
        guard let row, let calls = row["calls"] as Int?, let first = row["first"] as WallTime? else { return 0 }
        return Double(calls) / max(1, min((now - first + dispatchInterval).inSeconds, rateWindow.inSeconds))
    }

    /// Notes which daemon uses the database now, for `status`.
    package func setDaemon(pid: Int, version: String, startedAt: WallTime) throws {
        try write {
            try $0.db.run(
                """
                INSERT INTO daemon (id, pid, version, started_at) VALUES (1, ?, ?, ?)
                ON CONFLICT DO UPDATE SET pid = excluded.pid, version = excluded.version,
                    started_at = excluded.started_at
                """,
                [pid, version, startedAt]
            )
        }
    }
}
