import GRDB

extension Store {
    /// Merges the log of a database into the database, which is then complete in one file. Waits up to 5 s for readers.
    ///
    /// - Precondition: no daemon uses the database.
    /// - Throws: ``StoreError``, for example if the database is damaged or another process is reading it.
    package static func mergeLog(of path: String) throws {
        try StoreError.about(path) {
            var configuration = GRDB.Configuration()
            configuration.busyMode = .timeout(5)
            let database = try DatabaseQueue(path: path, configuration: configuration)
            try database.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
            try database.close()
        }
    }
}
