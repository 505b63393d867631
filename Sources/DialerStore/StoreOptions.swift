/// How a database is written. Production uses the defaults; only tests and the simulation use others.
package struct StoreOptions: Sendable {
    package enum Durability: String, Sendable {
        /// Each commit is fsynced, so that it survives a power failure.
        case full = "FULL"
        /// A commit survives the end of the process, but not a power failure.
        case off = "OFF"
    }

    package var durability: Durability
    /// Called at the end of each write, before its commit. An error that it throws undoes the write.
    package var beforeCommit: (@Sendable () throws -> Void)?

    /// Called before a database of an older version is backed up and migrated, which may take minutes.
    package var willMigrate: (@Sendable (Migration) -> Void)?
    /// The version of the schema that is made, for tests with old databases; nil: the newest.
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
