import GRDB

/// A value that is read from one row.
protocol StoredRecord {
    init(_ row: Row) throws
}

/// Statements that the connection keeps compiled.
extension Database {
    /// - Returns: the number of rows that were inserted, changed or removed.
    @discardableResult
    func run(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
        try cachedStatement(sql: sql).execute(arguments: arguments)
        return changesCount
    }

    func rows(_ sql: String, _ arguments: StatementArguments = []) throws -> [Row] {
        try Row.fetchAll(cachedStatement(sql: sql), arguments: arguments)
    }

    func row(_ sql: String, _ arguments: StatementArguments = []) throws -> Row? {
        try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments)
    }

    func records<Record: StoredRecord>(_ sql: String, _ arguments: StatementArguments = []) throws -> [Record] {
        try rows(sql, arguments).map(Record.init)
    }

    func record<Record: StoredRecord>(_ sql: String, _ arguments: StatementArguments = []) throws -> Record? {
        try row(sql, arguments).map(Record.init)
    }

    /// The first column of each row.
    func values<Value: DatabaseValueConvertible>(
        _ sql: String,
        _ arguments: StatementArguments = []
    ) throws -> [Value] {
        try Value.fetchAll(cachedStatement(sql: sql), arguments: arguments)
    }

    /// The first column of the first row; nil if it is NULL or there is no row.
    func value<Value: DatabaseValueConvertible>(_ sql: String, _ arguments: StatementArguments = []) throws -> Value? {
        try Value.fetchOne(cachedStatement(sql: sql), arguments: arguments)
    }
}
