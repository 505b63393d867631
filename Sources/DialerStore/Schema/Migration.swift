import DialerCore
import Foundation

/// The migration of a database from an older version of the schema.
package struct Migration: Hashable, Sendable {
    /// Versions of the schema, from 1.
    package var from: Int
    package var to: Int
    /// The path of the database.
    var path: String

    private var folder: String { (path as NSString).deletingLastPathComponent + "/backups" }
    /// The path of the copy that keeps the old state of the database.
    package var backup: String { "\(folder)/dialerd-before-schema-\(to).sqlite3" }

    /// Bytes of free space that a copy needs beyond its own size, because other files grow meanwhile.
    private static let margin: Int64 = 16 << 20

    /// Makes a copy of the database and checks it. When this returns, the copy is on disk under its name. It replaces a
    /// copy of an earlier try, because an older version may have written to the database since.
    ///
    /// - Throws: ``StoreError/notBackedUp(path:detail:)``.
    func keepBackup(of store: Store) throws {
        let part = backup + ".part"
        do {
            let files = FileManager.default
            try files.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o750]
            )
            for leftover in [part, part + "-journal"] where files.fileExists(atPath: leftover) {
                try files.removeItem(atPath: leftover)
            }
            let needed = try store.size + Self.margin
            guard try freeSpace(at: folder) >= needed else { throw NoRoom(bytes: needed) }
            // The only time that the store reads from a clock: it is nothing but the copy's stamp.
            let now = WallTime(milliseconds: Int64(Date.now.timeIntervalSince1970 * 1000))
            try store.backup(to: part, at: now)
            try files.setAttributes([.posixPermissions: 0o640], ofItemAtPath: part)
            try sync(part)
            guard rename(part, backup) == 0 else { throw CocoaError(.fileWriteUnknown) }
            try sync(folder)
        } catch {
            try? FileManager.default.removeItem(atPath: part)
            throw StoreError.notBackedUp(path: path, detail: "\(folder): \(Self.words(error))")
        }
    }

    private struct NoRoom: Error {
        var bytes: Int64
    }

    private static func words(_ error: any Error) -> String {
        switch error {
        case let error as NoRoom: "its disk has less than \(error.bytes >> 20) MiB free"
        case let error as StoreError: error.description
        default: error.localizedDescription
        }
    }

    private func sync(_ path: String) throws {
        guard let handle = FileHandle(forReadingAtPath: path) else { throw CocoaError(.fileReadNoSuchFile) }
        try handle.synchronize()
        try handle.close()
    }
}

/// The free space of a folder's file system, in bytes.
func freeSpace(at folder: String) throws -> Int64 {
    let attributes = try FileManager.default.attributesOfFileSystem(forPath: folder)
    return (attributes[.systemFreeSize] as? NSNumber)?.int64Value ?? 0
}
