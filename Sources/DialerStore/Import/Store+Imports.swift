package import DialerCore
import GRDB

/// A campaign that is in the database, but whose files are not in `accepted/` yet.
package struct UnfiledCampaign: Sendable {
    package var id: CampaignID
    package var fileName: String
    package var settingsFileName: String?
    package var receipt: Receipt
}

extension UnfiledCampaign: StoredRecord {
    init(_ row: Row) {
        self.init(
            id: row["id"],
            fileName: row["file_name"],
            settingsFileName: row["settings_file_name"],
            receipt: Receipt(
                campaign: row["name"],
                fileSHA256: row["file_sha256"],
                rows: row["rows"],
                contacts: row["contacts"],
                rejected: row["rejected_rows"],
                duplicates: row["duplicate_rows"],
                suppressed: row["suppressed"]
            )
        )
    }
}

/// The state of imports. All functions here throw ``StoreError``.
extension Store {
    /// Rows removed in one transaction.
    private static let removedAtOnce = 5000

    /// The name of a campaign that was made from a file of this content, if there is one.
    package func campaign(ofFile sha256: String) throws -> String? {
        try read {
            try $0.value("SELECT name FROM campaigns WHERE file_sha256 = ? AND state <> 'importing' LIMIT 1", [sha256])
        }
    }

    package func hasCampaign(named name: String) throws -> Bool {
        try read { try $0.row("SELECT 1 FROM campaigns WHERE name = ?", [name]) != nil }
    }

    /// Removes imports that a crash has interrupted. Their files are still in the folder.
    ///
    /// - Returns: the number of these imports.
    package func removeBrokenImports() throws -> Int {
        let broken: [CampaignID] = try read { try $0.values("SELECT id FROM campaigns WHERE state = 'importing'") }
        for campaign in broken { try removeImport(campaign) }
        return broken.count
    }

    /// Only one import runs at a time, so its contacts have larger ids than those of every complete campaign.
    func removeImport(_ campaign: CampaignID) throws {
        var removed = Self.removedAtOnce
        while removed == Self.removedAtOnce {
            removed = try write { transaction in
                try transaction.db.run(
                    """
                    DELETE FROM contacts WHERE id IN (
                        SELECT id FROM contacts
                        WHERE campaign_id = ? AND id > coalesce(
                            (SELECT max(last_contact) FROM campaigns WHERE state <> 'importing'), 0)
                        LIMIT ?)
                    """,
                    [campaign, Self.removedAtOnce]
                )
            }
        }
        try write { transaction in
            try transaction.db.run("DELETE FROM campaigns WHERE id = ? AND state = 'importing'", [campaign])
        }
    }

    /// Campaigns that were committed, but whose files had not been moved when the process ended.
    package func unfiledCampaigns() throws -> [UnfiledCampaign] {
        try read { db in
            try db.records(
                """
                SELECT c.*, p.contacts, p.suppressed FROM campaigns c JOIN progress p ON p.campaign_id = c.id
                WHERE is_filed = 0 AND state <> 'importing' ORDER BY id
                """
            )
        }
    }

    /// Notes that a campaign's files are in `accepted/`.
    package func markFiled(_ campaign: CampaignID) throws {
        try write { try $0.db.run("UPDATE campaigns SET is_filed = 1 WHERE id = ?", [campaign]) }
    }

    /// Replaces the list of files that wait in the watched folder.
    package func setWaitingFiles(_ files: [WaitingFile]) throws {
        try write { transaction in
            try transaction.db.run("DELETE FROM waiting_files")
            for file in files {
                try transaction.db.run(
                    "INSERT INTO waiting_files (name, waiting_for) VALUES (?, ?)",
                    [file.name, file.waitingFor]
                )
            }
        }
    }
}
