package import DialerCore
import GRDB

extension Store {
    /// All that is known about a number, in one snapshot.
    ///
    /// - Throws: ``StoreError``.
    package func explain(
        _ destination: Destination,
        isDaemonRunning: Bool,
        timeZones: any TimeZones,
        at now: WallTime
    ) throws -> NumberReport {
        try read { db in
            let reader = NumberReader(
                db: db,
                destination: destination,
                entry: try Self.doNotCallEntry(of: destination, db),
                isDaemonRunning: isDaemonRunning,
                timeZones: timeZones,
                now: now,
                settingsCache: settingsCache
            )
            return NumberReport(
                destination: destination,
                isDaemonRunning: isDaemonRunning,
                doNotCall: reader.entry,
                contacts: try reader.contacts(),
                archivedCalls: try CallHistory.archivedCalls(to: destination, db),
                archivedUntil: try db.value("SELECT max(completed_at) FROM campaigns WHERE archived_at IS NOT NULL")
            )
        }
    }
}

/// Reads the contacts of one number in an open snapshot.
private struct NumberReader {
    let db: Database
    let destination: Destination
    let entry: DoNotCallEntry?
    let isDaemonRunning: Bool
    let timeZones: any TimeZones
    let now: WallTime
    let settingsCache: SettingsCache

    func contacts() throws -> [ContactReport] {
        try db.rows(
            """
            SELECT k.*, z.names AS zone_names FROM contacts k LEFT JOIN zones z ON z.id = k.zone_id
            WHERE k.destination = ? ORDER BY k.campaign_id
            """,
            [destination]
        ).compactMap(report)
    }

    /// Nil while the campaign is imported, and once it is archived.
    private func report(_ row: Row) throws -> ContactReport? {
        let contact = Contact(row)
        let campaignRow = try db.row(
            "\(CampaignTable.selection) WHERE c.id = ? AND c.state <> 'importing' AND c.archived_at IS NULL",
            [contact.campaign]
        )
        guard let campaignRow else { return nil }
        let campaign = try CampaignTable.campaign(campaignRow, settingsCache)
        let names = (row["zone_names"] as String?)?.split(separator: " ").map { String($0) } ?? []
        let zones = CallingZones(of: names, campaign.settings, in: timeZones)
        let attempts = try attempts(of: contact.id)
        return ContactReport(
            campaign: campaign.name,
            campaignState: campaign.state,
            campaignReason: Store.reason(of: campaign, isDaemonRunning: isDaemonRunning),
            fileName: campaignRow["file_name"],
            importedAt: campaignRow["imported_at"],
            row: row["row"],
            typed: row["typed"],
            state: contact.state,
            outcome: contact.outcome,
            attemptCount: contact.attempts,
            mostAttempts: campaign.settings.retry.maxAttempts,
            cost: contact.cost,
            zones: zones,
            attempts: attempts,
            forecast: try forecast(contact, campaign, zones, attempts)
        )
    }

    private func forecast(
        _ contact: Contact,
        _ campaign: Campaign,
        _ zones: CallingZones,
        _ attempts: [AttemptReport]
    ) throws -> CallForecast {
        let settings = campaign.settings
        let prospect = CallProspect(
            state: contact.state,
            outcome: contact.outcome,
            dueAt: contact.dueAt,
            attempts: contact.attempts,
            lastOutcome: attempts.first { $0.attempt.id == contact.attempt }?.attempt.outcome,
            isOnDoNotCallList: entry != nil,
            campaign: campaign.state,
            settings: settings,
            window: CallingWindow(settings.callingHours, in: zones, at: now),
            calls: try CallHistory.calls(to: destination, countedBy: settings.attemptLimits, at: now, db)
        )
        return CallForecast(prospect, at: now)
    }

    private func attempts(of contact: ContactID) throws -> [AttemptReport] {
        try db.records(
            """
            SELECT a.*, b.caller_id, b.answer FROM attempts a JOIN batches b ON b.id = a.batch_id
            WHERE a.contact_id = ? ORDER BY a.id
            """,
            [contact]
        )
    }
}

extension AttemptReport: StoredRecord {
    init(_ row: Row) {
        self.init(attempt: Attempt(row), callerID: row["caller_id"], answer: row["answer"])
    }
}
