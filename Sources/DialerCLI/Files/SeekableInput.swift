import Foundation
import Glibc

/// A file named on the command line, or standard input, as a file that can be read twice.
struct SeekableInput {
    let path: String
    /// The file's name, as messages show it.
    let name: String
    private let isTemporary: Bool

    /// Copies an input that cannot be read twice, such as a pipe, to a temporary file.
    ///
    /// - Parameter argument: a path; `-` is standard input.
    init(_ argument: String) throws(Failure) {
        name = argument == "-" ? "standard input" : URL(filePath: argument).lastPathComponent
        if argument == "-" {
            path = try Self.copy(of: .standardInput)
            isTemporary = true
            return
        }
        var status = stat()
        guard stat(argument, &status) == 0 else {
            throw Failure("\(argument) cannot be read: \(String(cString: strerror(errno)))")
        }
        // A folder is not copied: the reader refuses it with its own sentence.
        isTemporary = ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
        guard isTemporary else {
            path = argument
            return
        }
        guard let pipe = FileHandle(forReadingAtPath: argument) else {
            throw Failure("\(argument) cannot be read: \(String(cString: strerror(errno)))")
        }
        path = try Self.copy(of: pipe)
    }

    /// Removes the temporary file, if there is one. A reader that has the file open can read on.
    func removeCopy() {
        if isTemporary { unlink(path) }
    }

    /// - Returns: the path of a file that only this user can read.
    private static func copy(of source: FileHandle) throws(Failure) -> String {
        var template = Array((NSTemporaryDirectory() + "dialerd-XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        do {
            guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
            let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
            while let chunk = try source.read(upToCount: 1 << 20), !chunk.isEmpty { try file.write(contentsOf: chunk) }
            return path
        } catch {
            unlink(path)
            throw Failure("the input cannot be copied to \(path): \(error.localizedDescription)")
        }
    }
}
