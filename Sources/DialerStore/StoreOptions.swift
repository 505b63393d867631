/// How a database is written. Production uses the defaults; the simulation, which knows no power failures, others.
package struct StoreOptions: Sendable {
    package enum Durability: String, Sendable {
        /// Each commit is fsynced: it survives the machine.
        case full = "FULL"
        /// It survives the process alone.
        case off = "OFF"
    }

    package var durability: Durability
    /// Called at the end of each write, before its commit; what it throws undoes the write.
    package var beforeCommit: (@Sendable () throws -> Void)?

    /// Told before a database of an older version is backed up and migrated, which may take minutes.
    package var willMigrate: (@Sendable (Migration) -> Void)?
    /// Makes, or stops at, an older schema; nil: the newest. For those who have to know how old databases fare.
    package var schema: Int?

    package init(
        durability: Durability = .full,
        schema: Int? = nil,
        beforeCommit: (@Sendable () throws -> Void)? = nil
    ) {
        self.durability = durability
        self.schema = schema
        self.beforeCommit = beforeCommit
    }
}
