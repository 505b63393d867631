import DialerStore
import Logging

extension StateDirectory {
    /// The daemon's own database. An older version's is copied, and then brought up to date.
    ///
    /// - Throws: `StoreError`.
    func openDatabase(logger: Logger) throws -> Store {
        var options = StoreOptions()
        options.willMigrate = { migration in
            logger.notice(
                "the database is of an older version: it is backed up and brought up to date",
                metadata: ["from": "\(migration.from)", "to": "\(migration.to)", "backup": "\(migration.backup)"]
            )
        }
        let store = try Store(path: database, options: options)
        if try !store.isShrinkable {
            logger.notice(
                "the database cannot shrink: it could not be written anew, mostly for want of room on its disk or in /var/tmp"
            )
        }
        return store
    }
}
