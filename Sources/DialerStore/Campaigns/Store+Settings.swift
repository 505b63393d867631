package import DialerCore
import GRDB

/// What came of a changed settings file.
package enum SettingsChange: Hashable, Sendable {
    case done
    case notPossible(CampaignState)
}

/// A campaign that has not ended, as its settings file last made it.
package struct ChangeableCampaign: Sendable {
    package var id: CampaignID
    package var name: String
    package var settings: CampaignSettings
    /// Of the settings file that was looked at last: in force, or refused; nil if there was none.
    package var settingsSHA256: String?
}

extension Store {
    /// Campaigns whose settings may still change.
    package func changeableCampaigns() throws -> [ChangeableCampaign] {
        try read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT id, name, settings, settings_sha256 FROM campaigns
                        WHERE state IN ('waiting', 'running', 'paused', 'halted')
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

    /// From the next claim on; what has been handed over keeps what it was given.
    package func changeSettings(
        of campaign: CampaignID,
        to settings: CampaignSettings,
        sha256: String?
    ) throws -> SettingsChange {
        try write { transaction in
            guard let found = try transaction.campaign(campaign) else { return .notPossible(.completed) }
            guard found.state.isActive, found.state != .cancelling else { return .notPossible(found.state) }
            if settings.callerIDs != found.settings.callerIDs {
                // A number that joins the pool shall not make every call until it has caught up.
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
