package import DialerCore
import GRDB

/// One line of the results: a contact and its last attempt (docs/cli.md, "Results").
package struct ContactResult: Hashable, Sendable {
    /// The 1-based line of the file on which the row begins.
    package var row: Int
    /// The destination as the file has it.
    package var typed: String
    /// The row's other fields, in the order of ``Store/columns(ofCampaign:)``.
    package var values: [String]
    package var state: ContactState
    package var outcome: Outcome?
    /// Requests that may have placed a call.
    package var attempts: Int
    package var answeredAt: WallTime?
    package var endedAt: WallTime?
    package var durationSeconds: Int?
    package var causeCode: Int?
    package var causeName: String?
    package var hangupSource: String?
    package var isMachine: Bool
    package var callUUID: CallUUID?
    /// The sum over all attempts.
    package var cost: Cost
}

extension Store {
    /// Contacts on a page. Snapshots must be short, so that the write-ahead log can be recycled between them.
    private static let resultsAtOnce = 2000

    /// The names of the campaign's own columns; nil if there is no such campaign.
    package func columns(ofCampaign name: String) throws -> [String]? {
        let sql = "SELECT columns FROM campaigns WHERE name = ? AND state <> 'importing'"
        let text: String? = try read { try $0.value(sql, [name]) }
        return try text.map { try JSONColumn.value([String].self, from: $0) }
    }

    package func name(of campaign: CampaignID) throws -> String? {
        try read { try $0.value("SELECT name FROM campaigns WHERE id = ?", [campaign]) }
    }

    /// Reads every contact of a campaign in the order of its file, page by page. Each page is a snapshot of its own.
    ///
    /// - Throws: ``StoreError``, or what `body` throws.
    package func forEachResult(ofCampaign name: String, _ body: ([ContactResult]) throws -> Void) throws {
        var last: Int64 = -1
        while true {
            let page = try read { db in try Self.results(ofCampaign: name, after: last, db) }
            guard let end = page.last?.id else { return }
            try body(page.map(\.result))
            last = end
        }
    }

    private static func results(
        ofCampaign name: String,
        after last: Int64,
        _ db: Database
    ) throws -> [(id: Int64, result: ContactResult)] {
        try db.rows(
            """
            SELECT k.id AS contact_id, k.row, k.typed, k.variables, k.state, k.outcome, k.attempts, k.cost,
                a.answered_at, a.ended_at, a.duration_s, a.cause_code, a.cause_name, a.hangup_source,
                a.is_machine, coalesce(a.call_uuid, a.request_uuid) AS uuid
            FROM campaigns c JOIN contacts k ON k.id BETWEEN max(c.first_contact, ?) AND c.last_contact
                AND k.campaign_id = c.id
            LEFT JOIN attempts a ON a.id = k.attempt_id
            WHERE c.name = ? ORDER BY k.id LIMIT ?
            """,
            [last + 1, name, resultsAtOnce]
        ).map { (id: $0["contact_id"], result: try ContactResult($0)) }
    }
}

extension ContactResult: StoredRecord {
    init(_ row: Row) throws {
        self.init(
            row: row["row"],
            typed: row["typed"],
            values: try JSONColumn.value([String].self, from: row["variables"]),
            state: row["state"],
            outcome: row["outcome"],
            attempts: row["attempts"],
            answeredAt: row["answered_at"],
            endedAt: row["ended_at"],
            durationSeconds: row["duration_s"],
            causeCode: row["cause_code"],
            causeName: row["cause_name"],
            hangupSource: row["hangup_source"],
            isMachine: row["is_machine"] ?? false,
            callUUID: row["uuid"],
            cost: row["cost"]
        )
    }
}
