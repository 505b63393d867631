import DialerStore
import Logging

extension StateDirectory {
    /// Opens the database and migrates it, which only the daemon does. A database with an older schema is backed up
    /// first.
    ///
    /// - Throws: `StoreError`.
    func openDatabase(logger: Logger) throws -> Store {
        var options = StoreOptions()
        options.willMigrate = { migration in
            logger.notice(
                "the database has an older schema: it is backed up and migrated",
                metadata: ["from": "\(migration.from)", "to": "\(migration.to)", "backup": "\(migration.backup)"]
            )
        }
        let store = try Store(path: database, options: options)
        if try !store.isShrinkable {
            logger.notice(
                "the database file cannot shrink, because it could not be rebuilt: its disk or /var/tmp may lack space"
            )
        }
        return store
    }
}
