package import DialerCore
import GRDB

extension Store {
    /// Over how long the rate of `status` is measured.
    private static let rateWindow = Duration.seconds(60)

    /// Progress of every campaign that is not archived, or of one, whichever.
    ///
    /// - Parameters:
    ///   - isDaemonRunning: whether a daemon holds this state directory: if not, whatever is pending says so.
    /// - Throws: ``StoreError``.
    package func status(of name: String? = nil, isDaemonRunning: Bool, at now: WallTime) throws -> StatusReport {
        try read { db in
            var daemon = StatusReport.Daemon(state: isDaemonRunning ? .running : .stopped)
            if isDaemonRunning, let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM daemon")) {
                daemon.pid = row["pid"]
                daemon.version = row["version"]
                daemon.startedAt = (row["started_at"] as WallTime).rfc3339
            }
            let campaigns = try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        \(CampaignTable.selection)
                        WHERE CASE WHEN :name IS NULL THEN c.archived_at IS NULL ELSE c.name = :name END ORDER BY c.id
                        """
                ),
                arguments: ["name": name]
            ).map {
                try Self.status(
                    CampaignTable.campaign($0, settingsCache),
                    isDaemonRunning: isDaemonRunning,
                    at: now,
                    db
                )
            }
            let waiting = try db.cachedStatement(sql: "SELECT name, waiting_for FROM waiting_files ORDER BY name")
            let files = try Row.fetchAll(waiting)
                .map { WaitingFile(name: $0["name"], waitingFor: $0["waiting_for"]) }
            return StatusReport(daemon: daemon, campaigns: campaigns, files: files)
        }
    }

    private static func status(
        _ campaign: Campaign,
        isDaemonRunning: Bool,
        at now: WallTime,
        _ db: Database
    ) throws -> CampaignStatus {
        let rate = campaign.state.isActive ? try callsPerSecond(of: campaign.id, at: now, db) : 0
        let pending = campaign.progress[.pending]
        var eta: WallTime?
        // What waits for a retry or a window goes by no rate.
        if campaign.state == .running, campaign.reason == nil, pending > 0, rate > 0, isDaemonRunning,
            try isAnybodyDue(of: campaign.id, at: now, db)
        {
            eta = now + .seconds(Double(pending) / rate)
        }
        return CampaignStatus(
            name: campaign.name,
            state: campaign.state,
            reason: reason(of: campaign, isDaemonRunning: isDaemonRunning),
            progress: campaign.progress,
            callsPerSecond: rate,
            eta: eta,
            settingsProblem: campaign.state.isActive ? campaign.settingsProblem : nil,
            archivedAt: campaign.archivedAt
        )
    }

    /// Why a campaign with something left to do is not dialing; nil while it is.
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

    private static func isAnybodyDue(of campaign: CampaignID, at now: WallTime, _ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    \(ContactTable.pendingZones)
                    SELECT 1 FROM found WHERE (SELECT min(due_at) FROM contacts
                        WHERE campaign_id = ?1 AND zone_id = found.id AND state = 'pending') <= ?2 LIMIT 1
                    """
            ),
            arguments: [campaign, now]
        ) ?? false
    }

    private static func callsPerSecond(of campaign: CampaignID, at now: WallTime, _ db: Database) throws -> Double {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT sum(size) AS calls, min(created_at) AS first FROM batches
                    WHERE campaign_id = ? AND created_at > ? AND state <> 'refused'
                    """
            ),
            arguments: [campaign, now - rateWindow]
        )
        guard let row, let calls = row["calls"] as Int?, let first = row["first"] as WallTime? else { return 0 }
        return Double(calls) / max(1, min((now - first).inSeconds, rateWindow.inSeconds))
    }

    /// Notes who has the database now, for `status`.
    package func setDaemon(pid: Int, version: String, startedAt: WallTime) throws {
        try write {
            try $0.run(
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
