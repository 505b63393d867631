package import DialerCore
import GRDB

/// The result of a change of a campaign's settings.
package enum SettingsChange: Hashable, Sendable {
    case done
    case notPossible(CampaignState)
}

/// A campaign that still accepts changes of its settings, with those in force.
package struct ChangeableCampaign: Sendable {
    package var id: CampaignID
    package var name: String
    package var settings: CampaignSettings
    /// The hash of the settings file that was last read, whether it is in force or was refused; nil: none.
    package var settingsSHA256: String?
}

extension ChangeableCampaign: StoredRecord {
    init(_ row: Row) throws {
        self.init(
            id: row["id"],
            name: row["name"],
            settings: try JSONColumn.value(CampaignSettings.self, from: row["settings"]),
            settingsSHA256: row["settings_sha256"]
        )
    }
}

extension Store {
    package func changeableCampaigns() throws -> [ChangeableCampaign] {
        try read { db in
            try db.records(
                """
                SELECT id, name, settings, settings_sha256 FROM campaigns
                WHERE state IN \(CampaignTable.states(where: \.acceptsSettings))
                """
            )
        }
    }

    /// Takes effect from the next claim on. Calls that have been handed over keep the settings they were made with.
    ///
    /// - Throws: ``StoreError``.
    package func changeSettings(
        of campaign: CampaignID,
        to settings: CampaignSettings,
        sha256: String?
    ) throws -> SettingsChange {
        try write { transaction in
            guard let found = try transaction.campaign(campaign) else { return .notPossible(.completed) }
            guard found.state.acceptsSettings else { return .notPossible(found.state) }
            if settings.callerIDs != found.settings.callerIDs {
                // With the old counts, a new number of the pool would make every call until it had caught up.
                try transaction.db.run("DELETE FROM caller_ids WHERE campaign_id = ?", [campaign])
            }
            try transaction.db.run(
                "UPDATE campaigns SET settings = ?, settings_sha256 = ?, settings_problem = NULL WHERE id = ?",
                [try JSONColumn.text(settings), sha256, campaign]
            )
            return .done
        }
    }

    /// Keeps the settings as they are; `status` shows `problem`.
    ///
    /// - Throws: ``StoreError``.
    package func refuseSettings(of campaign: CampaignID, because problem: String, sha256: String?) throws {
        try write { transaction in
            try transaction.db.run(
                "UPDATE campaigns SET settings_problem = ?, settings_sha256 = ? WHERE id = ?",
                [problem, sha256, campaign]
            )
        }
    }
}
