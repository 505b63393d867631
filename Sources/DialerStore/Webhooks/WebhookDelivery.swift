package import DialerCore
import GRDB

/// A callback of Plivo that is to be delivered to a campaign's own URL.
package struct WebhookDelivery: Hashable, Sendable {
    package var id: WebhookDeliveryID
    package var campaign: CampaignID
    package var url: String
    /// `GET` or `POST`.
    package var method: String
    /// The parameters as Plivo sent them, form-encoded.
    package var parameters: String
    package var createdAt: WallTime
    package var tries: Int
}

extension WebhookDelivery: StoredRecord {
    init(_ row: Row) {
        self.init(
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

extension StoreTransaction {
    package func insertWebhookDelivery(
        of parameters: String,
        to url: String,
        method: String,
        for campaign: CampaignID,
        at now: WallTime
    ) throws {
        try db.run(
            """
            INSERT INTO forwards (campaign_id, url, method, parameters, created_at, due_at) VALUES (?, ?, ?, ?, ?, ?)
            """,
            [campaign, url, method, parameters, now, now]
        )
    }

    /// Deliveries whose next try is due, the longest due first.
    package func webhookDeliveries(dueAt now: WallTime, limit: Int) throws -> [WebhookDelivery] {
        try db.records("SELECT * FROM forwards WHERE due_at <= ? ORDER BY due_at LIMIT ?", [now, limit])
    }

    package func webhookDelivery(_ id: WebhookDeliveryID) throws -> WebhookDelivery? {
        try db.record("SELECT * FROM forwards WHERE id = ?", [id])
    }

    /// Counts a try, and sets when the next one is due if this one fails.
    package func noteTry(of delivery: WebhookDeliveryID, nextAt due: WallTime) throws {
        try db.run("UPDATE forwards SET tries = tries + 1, due_at = ? WHERE id = ?", [due, delivery])
    }

    package func remove(_ delivery: WebhookDeliveryID) throws {
        try db.run("DELETE FROM forwards WHERE id = ?", [delivery])
    }
}
