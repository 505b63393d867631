package import DialerCore
import GRDB

/// What came of a changed settings file.
package enum SettingsChange: Hashable, Sendable {
    case done
    case notPossible(CampaignState)
}

/// A campaign whose settings may still change, with those in force.
package struct ChangeableCampaign: Sendable {
    package var id: CampaignID
    package var name: String
    package var settings: CampaignSettings
    /// The hash of the settings file that was last read, whether it is in force or was refused; nil if there was none.
    package var settingsSHA256: String?
}

extension Store {
    package func changeableCampaigns() throws -> [ChangeableCampaign] {
        try read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT id, name, settings, settings_sha256 FROM campaigns
                        WHERE state IN \(CampaignTable.states(where: \.acceptsSettings))
                        """
                )
            ).map { row in
                ChangeableCampaign(
                    id: row["id"],
                    name: row["name"],
                    settings: try JSONColumn.value(CampaignSettings.self, from: row["settings"]),
                    settingsSHA256: row["settings_sha256"]
                )
            }
        }
    }

    /// Takes effect from the next claim on: calls already handed over keep the settings they were made with.
    package func changeSettings(
        of campaign: CampaignID,
        to settings: CampaignSettings,
        sha256: String?
    ) throws -> SettingsChange {
        try write { transaction in
            guard let found = try transaction.campaign(campaign) else { return .notPossible(.completed) }
            guard found.state.acceptsSettings else { return .notPossible(found.state) }
            if settings.callerIDs != found.settings.callerIDs {
                // Counted anew, or a number that joins the pool would make every call until it has caught up.
                try transaction.run("DELETE FROM caller_ids WHERE campaign_id = ?", [campaign])
            }
            try transaction.run(
                "UPDATE campaigns SET settings = ?, settings_sha256 = ?, settings_problem = NULL WHERE id = ?",
                [try JSONColumn.text(settings), sha256, campaign]
            )
            return .done
        }
    }

    /// The settings stay as they were, and `status` says why.
    package func refuseSettings(of campaign: CampaignID, because problem: String, sha256: String?) throws {
        try write { transaction in
            try transaction.run(
                "UPDATE campaigns SET settings_problem = ?, settings_sha256 = ? WHERE id = ?",
                [problem, sha256, campaign]
            )
        }
    }
}
