import Foundation
import Glibc

/// What this process holds of the machine's memory without need.
enum ProcessMemory {
    /// Gives back what is free on the heap, and the code that only the start has run; what is needed of that comes
    /// again from the file, a page at a time.
    static func release() {
        _ = trimHeap?(0)
        for code in codeMappings { madvise(code.start, code.length, MADV_DONTNEED) }
    }

    /// malloc_trim(3), of which Swift's Glibc does not have the header.
    private static let trimHeap: (@convention(c) (Int) -> CInt)? = dlsym(nil, "malloc_trim")
        .map { unsafeBitCast($0, to: (@convention(c) (Int) -> CInt).self) }

    /// Of files, to be read and run: nobody has ever written to them, so nothing is lost (proc(5), `/proc/PID/maps`).
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
