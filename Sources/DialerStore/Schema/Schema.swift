import GRDB

/// The migrations, append-only: a migration that has been released is never edited.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("v1") { db in
            try db.execute(sql: SchemaV1.sql)
        }
        migrator.registerMigration("v2") { db in
            try db.execute(sql: SchemaV2.sql)
        }
        // Nothing in it touches a foreign key: no need to look through every contact for one that is broken.
        migrator.registerMigration("v3", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: SchemaV3.sql)
        }
        return migrator
    }

    static var newest: Int { migrator.migrations.count }

    /// From which version to which, if this is a database of an older one; nil for a new or a current one.
    static func pendingMigration(of database: some DatabaseReader, upTo newest: Int) throws -> Migration? {
        let version = try database.read { try migrator.appliedIdentifiers($0).count }
        guard version > 0, version < newest else { return nil }
        return Migration(from: version, to: newest, path: database.path)
    }

    static func migrate(_ database: some DatabaseWriter, upTo version: Int) throws {
        try migrator.migrate(database, upTo: migrator.migrations[version - 1])
    }

    /// Whether it is a database of ours, of whatever version.
    static func isOfDialerd(_ db: Database) throws -> Bool {
        try ["campaigns", "contacts", "attempts", "grdb_migrations"].allSatisfy { try db.tableExists($0) }
    }

    /// A database that a newer version has migrated is not ours to touch.
    static func refuseNewer(_ database: some DatabaseReader) throws {
        if try database.read(migrator.hasBeenSuperseded) {
            throw StoreError.newer(path: database.path)
        }
    }

    static func requireCurrent(_ database: some DatabaseReader) throws {
        try refuseNewer(database)
        guard try database.read(migrator.hasCompletedMigrations) else {
            throw StoreError.older(path: database.path)
        }
    }
}
