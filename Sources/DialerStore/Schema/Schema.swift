import GRDB

/// The migrations. New ones are appended; a released migration is never edited.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("v1") { db in
            try db.execute(sql: SchemaV1.sql)
        }
        migrator.registerMigration("v2") { db in
            try db.execute(sql: SchemaV2.sql)
        }
        // This migration touches no foreign key, so that GRDB need not check those of every contact.
        migrator.registerMigration("v3", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: SchemaV3.sql)
        }
        return migrator
    }

    /// The newest version, counted from 1.
    static var newest: Int { migrator.migrations.count }

    /// The migration that a database of an older version needs; nil for a new or a current database.
    static func pendingMigration(of database: some DatabaseReader, upTo newest: Int) throws -> Migration? {
        let version = try database.read { try migrator.appliedIdentifiers($0).count }
        guard version > 0, version < newest else { return nil }
        return Migration(from: version, to: newest, path: database.path)
    }

    static func migrate(_ database: some DatabaseWriter, upTo version: Int) throws {
        try migrator.migrate(database, upTo: migrator.migrations[version - 1])
    }

    /// Whether this is a database of dialerd, of any version.
    static func isOfDialerd(_ db: Database) throws -> Bool {
        try ["campaigns", "contacts", "attempts", "grdb_migrations"].allSatisfy { try db.tableExists($0) }
    }

    /// Throws ``StoreError/newer(path:)`` for a database that a newer version has migrated: this version must not touch
    /// it.
    static func refuseNewer(_ database: some DatabaseReader) throws {
        if try database.read(migrator.hasBeenSuperseded) {
            throw StoreError.newer(path: database.path)
        }
    }

    /// Throws ``StoreError`` unless the database has exactly this version of the schema.
    static func requireCurrent(_ database: some DatabaseReader) throws {
        try refuseNewer(database)
        guard try database.read(migrator.hasCompletedMigrations) else {
            throw StoreError.older(path: database.path)
        }
    }
}
