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

    package init(durability: Durability = .full, beforeCommit: (@Sendable () throws -> Void)? = nil) {
        self.durability = durability
        self.beforeCommit = beforeCommit
    }
}
