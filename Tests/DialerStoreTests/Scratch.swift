import DialerCore
import DialerStore
import DialerTestSupport
import Foundation
import TestSupport

/// A database in a folder of its own, which is removed with this object.
final class Scratch {
    private let folder: TemporaryFolder
    let now = WallTime.sample

    var directory: URL { folder.url }
    var path: String { folder.path + "/dialerd.sqlite3" }

    init() throws {
        folder = try TemporaryFolder()
    }

    func store() throws -> Store { try Store(path: path) }
}
