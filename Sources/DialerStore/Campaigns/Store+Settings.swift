package import DialerCore
import GRDB

/// What came of a changed settings file.
package enum SettingsChange: Hashable, Sendable {
    case done
    case notPossible(CampaignState)
}

extension Store {
    /// The hash of the settings file that was looked at last: in force, or refused; nil if there was none.
    package func settingsSHA256(of campaign: CampaignID) throws -> String? {
        try read { db in
            try String.fetchOne(
                db,
                sql: "SELECT settings_sha256 FROM campaigns WHERE id = ?",
                arguments: [campaign]
            )
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

    /// Campaigns whose settings may still change, with the names of their settings files.
    package func campaignsWithSettings() throws -> [(id: CampaignID, name: String, settings: CampaignSettings)] {
        try write { transaction in
            try transaction.activeCampaigns().map { ($0.id, $0.name, $0.settings) }
        }
    }
}
