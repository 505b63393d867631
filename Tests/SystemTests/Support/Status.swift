/// `dialerd status --json`, read as a stranger would: by its documented keys, with none of the daemon's own types.
struct Status: Decodable {
    struct Daemon: Decodable {
        var state: String
        var pid: Int?
    }

    struct File: Decodable {
        var name: String
        var waiting_for: String
    }

    struct Campaign: Decodable, Equatable {
        var name: String
        var state: String
        var reason: String?
        var contacts: Int
        var pending: Int
        var dialing: Int
        var queued: Int
        var ringing: Int
        var in_progress: Int
        var in_doubt: Int
        var finished: Int
        var outcomes: [String: Int]
        var attempts: Int
        var cost: String

        /// With Plivo, or perhaps with Plivo.
        var underWay: Int { dialing + queued + ringing + in_progress + in_doubt }
        var addsUp: Bool {
            pending + underWay + finished == contacts && outcomes.values.reduce(0, +) == finished
        }
    }

    var schema: Int
    var daemon: Daemon
    var campaigns: [Campaign]
    var files: [File]
}

/// A line of `dialerd results --format json`.
struct ContactLine: Decodable {
    var row: Int
    var to: String
    var outcome: String?
    var attempts: Int
    var hangup_cause_code: Int?
    var call_uuid: String?
    var cost: String

    var number: String { to.filter(\.isNumber) }
}

/// `accepted/NAME/receipt.json`.
struct ReceiptFile: Decodable {
    var campaign: String
    var rows: Int
    var contacts: Int
    var rejected: Int
    var duplicates: Int
    var suppressed: Int
}
