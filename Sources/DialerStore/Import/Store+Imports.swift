package import DialerCore
import GRDB

/// A campaign whose files are not in `accepted/` yet.
package struct UnfiledCampaign: Sendable {
    package var id: CampaignID
    package var fileName: String
    package var settingsFileName: String?
    package var receipt: Receipt
}

extension Store {
    /// Rows removed in one transaction.
    private static let removedAtOnce = 5000

    /// The campaign that was made of a file of this content, if any.
    package func campaign(ofFile sha256: String) throws -> String? {
        try read { db in
            try String.fetchOne(
                db,
                sql: "SELECT name FROM campaigns WHERE file_sha256 = ? AND state <> 'importing' LIMIT 1",
                arguments: [sha256]
            )
        }
    }

    package func hasCampaign(named name: String) throws -> Bool {
        try read { db in
            try Bool.fetchOne(db, sql: "SELECT 1 FROM campaigns WHERE name = ?", arguments: [name]) ?? false
        }
    }

    /// Removes what a crash has left of imports: their files are still in the folder.
    ///
    /// - Returns: how many there were.
    package func removeBrokenImports() throws -> Int {
        let broken = try read { db in
            try CampaignID.fetchAll(db, sql: "SELECT id FROM campaigns WHERE state = 'importing'")
        }
        for campaign in broken { try removeImport(campaign) }
        return broken.count
    }

    /// Its contacts lie behind those of every campaign that was imported whole: one import runs at a time.
    func removeImport(_ campaign: CampaignID) throws {
        var removed = Self.removedAtOnce
        while removed == Self.removedAtOnce {
            removed = try write { transaction in
                try transaction.run(
                    """
                    DELETE FROM contacts WHERE id IN (
                        SELECT id FROM contacts
                        WHERE campaign_id = ? AND id > coalesce(
                            (SELECT max(last_contact) FROM campaigns WHERE state <> 'importing'), 0)
                        LIMIT ?)
                    """,
                    [campaign, Self.removedAtOnce]
                )
                return transaction.db.changesCount
            }
        }
        try write { transaction in
            try transaction.run("DELETE FROM campaigns WHERE id = ? AND state = 'importing'", [campaign])
        }
    }

    /// Campaigns that were committed, but whose files had not been moved when the process ended.
    package func unfiledCampaigns() throws -> [UnfiledCampaign] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT c.*, p.contacts, p.suppressed FROM campaigns c JOIN progress p ON p.campaign_id = c.id
                    WHERE is_filed = 0 AND state <> 'importing' ORDER BY id
                    """
            ).map { row in
                UnfiledCampaign(
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
    }

    package func markFiled(_ campaign: CampaignID) throws {
        try write { try $0.run("UPDATE campaigns SET is_filed = 1 WHERE id = ?", [campaign]) }
    }

    /// Replaces the list of what waits in the watched folder: name and what it waits for.
    package func setWaitingFiles(_ files: [WaitingFile]) throws {
        try write { transaction in
            try transaction.run("DELETE FROM waiting_files", [])
            for file in files {
                try transaction.run(
                    "INSERT INTO waiting_files (name, waiting_for) VALUES (?, ?)",
                    [file.name, file.waitingFor]
                )
            }
        }
    }
}
