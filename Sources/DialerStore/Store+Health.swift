import Dispatch
import GRDB

/// What `doctor` reads, from a database of any version.
extension Store {
    package enum SchemaAge: Sendable {
        case current
        /// The next start of the daemon migrates it.
        case older
        case newer
    }

    /// The last migration that was applied, such as `v2`, and how it compares with this program's newest.
    package var schema: (version: String, age: SchemaAge) {
        get throws {
            try read { db in
                let applied = try Schema.migrator.appliedIdentifiers(db)
                let version = applied.max { ($0.count, $0) < ($1.count, $1) } ?? "none"
                if try Schema.migrator.hasBeenSuperseded(db) { return (version, .newer) }
                return (version, try Schema.migrator.hasCompletedMigrations(db) ? .current : .older)
            }
        }
    }

    /// Does the same as ``checkIntegrity()``, but stops after `limit` milliseconds. Blocks the thread.
    ///
    /// - Returns: false if the time ran out before an error was found.
    package func checkIntegrity(withinMilliseconds limit: Int) throws -> Bool {
        let alarm = DispatchWorkItem { [database] in database.interrupt() }
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(limit), execute: alarm)
        defer { alarm.cancel() }
        do {
            try checkIntegrity()
            return true
        } catch StoreError.interrupted {
            return false
        }
    }
}
