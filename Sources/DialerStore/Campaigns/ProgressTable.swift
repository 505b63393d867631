import DialerCore
import GRDB

enum ProgressTable {
    private static let states = ContactState.allCases.map(\.rawValue)
    private static let outcomes = Outcome.allCases.map(\.rawValue)
    static let columns = ["contacts"] + states + outcomes + ["attempts", "cost"]
    /// The columns that ``progress(_:)`` reads. They must be the first ones of the row.
    static let selected = columns.map { "progress.\($0)" }.joined(separator: ", ")

    private static let addition = """
        UPDATE progress SET \(columns.map { "\($0) = \($0) + ?" }.joined(separator: ", ")) WHERE campaign_id = ?
        """

    /// Adds a change, whose counts may be negative.
    static func add(_ change: CampaignProgress, to campaign: CampaignID, _ db: Database) throws {
        var values: [(any DatabaseValueConvertible)?] = [change.contacts]
        values += ContactState.allCases.map { change[$0] }
        values += Outcome.allCases.map { change[$0] }
        values += [change.attempts, change.cost, campaign]
        try db.run(addition, StatementArguments(values))
    }

    /// Reads by position, because looking up forty columns by name took longer than the statement.
    static func progress(_ row: Row) -> CampaignProgress {
        var progress = CampaignProgress()
        progress.contacts = row[0]
        var index = 1
        for state in ContactState.allCases {
            progress[state] = row[index]
            index += 1
        }
        for outcome in Outcome.allCases {
            progress[outcome] = row[index]
            index += 1
        }
        progress.attempts = row[index]
        progress.cost = row[index + 1]
        return progress
    }
}

extension StoreTransaction {
    private var inFlightStates: [ContactState] {
        if Mutant.inFlightForgetsDoubt.isActive { return ContactState.inFlight.filter { $0 != .inDoubt } }
        return ContactState.inFlight
    }

    /// The number of calls of all campaigns that have been handed to Plivo and have not ended.
    package func callsInFlight() throws -> Int {
        try flushProgress()
        let sum = inFlightStates.map(\.rawValue).joined(separator: " + ")
        return try db.value("SELECT sum(\(sum)) FROM progress") ?? 0
    }
}
