import GRDB

extension Store {
    /// Puts the log of a database that no daemon has into the database itself, which then is one file.
    ///
    /// - Throws: ``StoreError``, such as for one that is damaged, or that somebody else is reading.
    package static func mergeLog(of path: String) throws {
        do {
            var configuration = GRDB.Configuration()
            configuration.busyMode = .timeout(5)
            let database = try DatabaseQueue(path: path, configuration: configuration)
            try database.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
            try database.close()
        } catch let error as DatabaseError {
            throw StoreError(error, path: path)
        }
    }
}
