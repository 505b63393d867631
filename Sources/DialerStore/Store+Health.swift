import Dispatch
import GRDB

/// What `doctor` asks, of a database of any version.
extension Store {
    package enum SchemaAge: Sendable {
        case current
        /// The daemon brings it up to date.
        case older
        case newer
    }

    /// The last migration that was applied, such as `v2`, and how that compares with this program's.
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

    /// As ``checkIntegrity()``, for so many milliseconds at the most, during which it takes a thread.
    ///
    /// - Returns: false if the time did not suffice, and no error was found until then.
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
