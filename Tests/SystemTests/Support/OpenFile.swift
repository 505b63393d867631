import Foundation
import Glibc

/// A file that a test writes, by one descriptor from its making to its closing.
///
/// Foundation's are inherited by a program that another test starts in that moment, and stay open with it: then the
/// daemon rightly takes the file for one that is being written, or hears it closed while a test still has it open.
struct OpenFile {
    private let descriptor: Int32

    init(_ path: String) throws {
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }

    func write(_ text: String) throws {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
            bytes = bytes.dropFirst(count)
        }
    }

    func close() {
        _ = Glibc.close(descriptor)
    }
}
