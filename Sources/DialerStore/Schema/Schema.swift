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
        return migrator
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
