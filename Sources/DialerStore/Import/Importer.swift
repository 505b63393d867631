package import DialerCore
import GRDB

/// Writes one campaign file into the database, slice by slice.
///
/// Each slice is a transaction of its own, so that dispatch and callbacks need not wait for the whole import. The
/// campaign is invisible until ``commit(rows:rejected:at:)``. Only one import may run at a time. Not thread-safe.
package final class Importer {
    /// Rows in one transaction, which holds the write lock for a few milliseconds.
    package static let sliceSize = 2000

    private let store: Store
    package let campaign: CampaignID
    private let settings: CampaignSettings
    private var overrides: [CallArguments: OverridesID] = [:]
    /// The number of sets of overrides that are remembered: a file may have another set in every row.
    private static let rememberedOverrides = 1000
    private var zones: [[String]: ZoneID] = [:]
    private var firstContact: Int64?
    private var lastContact: Int64?
    package private(set) var contacts = 0
    package private(set) var duplicates = 0
    /// The number of contacts that are on the do-not-call list.
    package private(set) var suppressed = 0

    /// Creates the campaign in the state `importing`.
    ///
    /// - Throws: ``StoreError``.
    package init(_ new: NewCampaign, store: Store, at now: WallTime) throws {
        self.store = store
        settings = new.settings
        campaign = try store.write { transaction in
            try transaction.db.run(
                """
                INSERT INTO campaigns (name, state, settings, columns, file_name, settings_file_name, file_sha256,
                    settings_sha256, imported_at)
                VALUES (?, 'importing', ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    new.name, try JSONColumn.text(new.settings), try JSONColumn.text(new.columns), new.fileName,
                    new.settingsFileName, new.fileSHA256, new.settingsSHA256, now,
                ]
            )
            let id = CampaignID(transaction.db.lastInsertedRowID)
            try transaction.db.run("INSERT INTO progress (campaign_id) VALUES (?)", [id])
            return id
        }
    }

    /// Adds a slice. A number that the campaign has already is left out and counted as a duplicate.
    ///
    /// - Throws: ``StoreError``.
    package func add(_ slice: [ContactRow]) throws {
        var added = 0
        var listed = 0
        try store.write { transaction in
            let statement = try transaction.db.cachedStatement(
                sql: """
                    INSERT INTO contacts (campaign_id, destination, overrides_id, zone_id, row, typed, variables)
                    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (destination, campaign_id) DO NOTHING
                    """
            )
            var first: Int64?
            for contact in slice {
                try statement.execute(arguments: [
                    campaign, contact.destination, try overridesID(contact.overrides, transaction),
                    try zoneID(contact.zones, transaction), contact.row, contact.typed,
                    JSONTextArray.encode(contact.values),
                ])
                guard transaction.db.changesCount > 0 else { continue }
                added += 1
                lastContact = transaction.db.lastInsertedRowID
                first = first ?? lastContact
            }
            firstContact = firstContact ?? first
            guard let first else { return }
            listed = try transaction.db.run(
                """
                UPDATE contacts SET state = 'finished', outcome = 'suppressed'
                WHERE id >= ? AND campaign_id = ?
                    AND EXISTS (SELECT 1 FROM do_not_call WHERE do_not_call.destination = contacts.destination)
                """,
                [first, campaign]
            )
        }
        contacts += added
        suppressed += listed
        duplicates += slice.count - added
    }

    /// Makes the campaign visible, with the counts of the whole file.
    ///
    /// - Throws: ``StoreError``; then the campaign stays invisible.
    package func commit(rows: Int, rejected: Int, at now: WallTime) throws {
        try store.write { transaction in
            try transaction.db.run(
                """
                UPDATE campaigns SET rows = ?, rejected_rows = ?, duplicate_rows = ?, first_contact = ?,
                    last_contact = ?, imported_at = ?
                WHERE id = ?
                """,
                [rows, rejected, duplicates, firstContact, lastContact, now, campaign]
            )
            try transaction.apply(.imported, to: campaign)
            if let start = settings.startAt, start > now { try transaction.apply(.startPostponed, to: campaign) }
            transaction.count(in: campaign) { progress in
                progress.contacts += contacts
                progress[.pending] += contacts - suppressed
                progress[.finished] += suppressed
                progress[.suppressed] += suppressed
            }
        }
    }

    /// Removes all that has been written. None of it was ever visible.
    ///
    /// - Throws: ``StoreError``.
    package func abandon() throws {
        try store.removeImport(campaign)
    }

    private func zoneID(_ names: [String], _ transaction: StoreTransaction) throws -> ZoneID {
        guard !names.isEmpty else { return ZoneID(0) }
        if let known = zones[names] { return known }
        let text = names.joined(separator: " ")
        try transaction.db.run("INSERT INTO zones (names) VALUES (?) ON CONFLICT DO NOTHING", [text])
        let id: ZoneID = try transaction.db.value("SELECT id FROM zones WHERE names = ?", [text]) ?? ZoneID(0)
        zones[names] = id
        return id
    }

    private func overridesID(_ arguments: CallArguments, _ transaction: StoreTransaction) throws -> OverridesID? {
        guard !arguments.isEmpty else { return nil }
        if let known = overrides[arguments] { return known }
        let text = try JSONColumn.text(arguments)
        try transaction.db.run(
            "INSERT INTO overrides (campaign_id, arguments) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [campaign, text]
        )
        let id: OverridesID? = try transaction.db.value(
            "SELECT id FROM overrides WHERE campaign_id = ? AND arguments = ?",
            [campaign, text]
        )
        if overrides.count < Self.rememberedOverrides { overrides[arguments] = id }
        return id
    }
}
