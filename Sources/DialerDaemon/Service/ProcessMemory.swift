import Foundation
import Glibc

/// Memory of this process that is not needed now.
enum ProcessMemory {
    /// Returns to the system free memory of the heap, and the pages of the program's code, most of which were needed at
    /// the start only. The system reads such a page from the file again when it is needed.
    static func release() {
        _ = trimHeap?(0)
        for code in codeMappings { madvise(code.start, code.length, MADV_DONTNEED) }
    }

    /// malloc_trim(3), whose header Swift's Glibc lacks.
    private static let trimHeap: (@convention(c) (Int) -> CInt)? = dlsym(nil, "malloc_trim")
        .map { unsafeBitCast($0, to: (@convention(c) (Int) -> CInt).self) }

    /// The mappings of files that can be read and executed, but not written, so that the files have all of their content
    /// (proc(5), `/proc/PID/maps`).
    private static var codeMappings: [(start: UnsafeMutableRawPointer, length: Int)] {
        let maps = FileManager.default.contents(atPath: "/proc/self/maps") ?? Data()
        return String(decoding: maps, as: UTF8.self).split(separator: "\n").compactMap { line in
            let fields = line.split(separator: " ", omittingEmptySubsequences: true)
            guard fields.count == 6, fields[1] == "r-xp", fields[5].hasPrefix("/") else { return nil }
            let bounds = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
            guard bounds.count == 2, let start = UnsafeMutableRawPointer(bitPattern: bounds[0]) else { return nil }
            return (start, Int(bounds[1] - bounds[0]))
        }
    }
}
