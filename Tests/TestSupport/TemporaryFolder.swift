import Foundation

/// A folder of its own, removed with it.
final class TemporaryFolder {
    let path: String

    /// - Parameter inMemory: on a memory file system where there is one, for tests that write thousands of small files.
    init(inMemory: Bool = false) throws {
        let memory = "/dev/shm"
        let hasMemory = inMemory && FileManager.default.isWritableFile(atPath: memory)
        let parent = hasMemory ? URL(filePath: memory) : FileManager.default.temporaryDirectory
        path = parent.appending(path: "files-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// - Returns: the file's path.
    @discardableResult
    func write(_ bytes: some Sequence<UInt8>, to name: String = "list.csv") throws -> String {
        let file = path + "/" + name
        try Data(bytes).write(to: URL(filePath: file))
        return file
    }

    @discardableResult
    func write(_ text: String, to name: String) throws -> String { try write(text.utf8, to: name) }

    func text(_ name: String) -> String? {
        FileManager.default.contents(atPath: path + "/" + name).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Every file and folder below, by path, sorted.
    func tree() -> [String] {
        (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []).sorted()
    }
}
