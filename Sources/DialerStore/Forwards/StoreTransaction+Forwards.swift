package import DialerCore
import GRDB

/// A callback that a campaign's own URL shall be told of.
package struct Forward: Hashable, Sendable {
    package var id: ForwardID
    package var campaign: CampaignID
    package var url: String
    /// `GET` or `POST`.
    package var method: String
    /// As Plivo sent them, form-encoded.
    package var parameters: String
    package var createdAt: WallTime
    package var tries: Int
}

extension StoreTransaction {
    package func insertForward(
        of parameters: String,
        to url: String,
        method: String,
        for campaign: CampaignID,
        at now: WallTime
    ) throws {
        try run(
            """
            INSERT INTO forwards (campaign_id, url, method, parameters, created_at, due_at) VALUES (?, ?, ?, ?, ?, ?)
            """,
            [campaign, url, method, parameters, now, now]
        )
    }

    package func forwards(dueAt now: WallTime, limit: Int) throws -> [Forward] {
        try rows("SELECT * FROM forwards WHERE due_at <= ? ORDER BY due_at LIMIT ?", [now, limit])
            .map(Self.forward)
    }

    package func forward(_ id: ForwardID) throws -> Forward? {
        try row("SELECT * FROM forwards WHERE id = ?", [id]).map(Self.forward)
    }

    /// Notes one more try, and when the next is due should this one fail.
    package func noteTry(of forward: ForwardID, nextAt due: WallTime) throws {
        try run("UPDATE forwards SET tries = tries + 1, due_at = ? WHERE id = ?", [due, forward])
    }

    package func remove(_ forward: ForwardID) throws {
        try run("DELETE FROM forwards WHERE id = ?", [forward])
    }

    private static func forward(_ row: Row) -> Forward {
        Forward(
            id: row["id"],
            campaign: row["campaign_id"],
            url: row["url"],
            method: row["method"],
            parameters: row["parameters"],
            createdAt: row["created_at"],
            tries: row["tries"]
        )
    }
}
