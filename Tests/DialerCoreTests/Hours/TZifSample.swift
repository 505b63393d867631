/// Writes small TZif files (RFC 9636, section 3).
struct TZifSample {
    var magic = "TZif"
    /// 0 for the first version, else its digit in ASCII.
    var version = UInt8(ascii: "2")
    /// Instants in seconds, and the index of the type that begins.
    var changes: [(at: Int64, type: UInt8)] = []
    /// Seconds east of UTC.
    var offsets: [Int64] = [0]
    var daylightFlag: UInt8 = 0
    var nameIndex: UInt8 = 0
    var leapSeconds = 0
    var universalFlags = 0
    /// Nil: the file ends before it.
    var footer: String?

    init(footer: String? = "") {
        self.footer = footer
    }

    var bytes: [UInt8] {
        guard version > 0 else { return header(changes.count) + block(timeSize: 4) }
        var empty = self
        (empty.changes, empty.offsets, empty.leapSeconds, empty.universalFlags) = ([], [0], 0, 0)
        (empty.daylightFlag, empty.nameIndex) = (0, 0)
        let end = footer.map { Array("\n\($0)\n".utf8) } ?? []
        return empty.header(0) + empty.block(timeSize: 4) + header(changes.count) + block(timeSize: 8) + end
    }

    private func header(_ changes: Int) -> [UInt8] {
        Array(magic.utf8) + [version] + [UInt8](repeating: 0, count: 15)
            + [universalFlags, 0, leapSeconds, changes, offsets.count, 4].flatMap { Self.big(Int64($0), size: 4) }
    }

    private func block(timeSize: Int) -> [UInt8] {
        changes.flatMap { Self.big($0.at, size: timeSize) } + changes.map(\.type)
            + offsets.flatMap { Self.big($0, size: 4) + [daylightFlag, nameIndex] } + Array("ABC\0".utf8)
            + [UInt8](repeating: 0, count: leapSeconds * (timeSize + 4) + universalFlags)
    }

    private static func big(_ value: Int64, size: Int) -> [UInt8] {
        (0..<size).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * Int64($0))) }
    }
}
