extension TimeZoneRules {
    /// Reads a file of `/usr/share/zoneinfo`: TZif, version 1 to 4 (RFC 9636).
    ///
    /// Nil for any other content, and for zones that count leap seconds (`right/…`), because ``WallTime`` does not
    /// count them.
    package init?(tzif bytes: [UInt8]) {
        var reader = TZifReader(bytes[...])
        guard let rules = reader.rules() else { return nil }
        self = rules
    }
}

/// Reads the blocks of a TZif file from front to back.
private struct TZifReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    mutating func rules() -> TimeZoneRules? {
        guard let first = header() else { return nil }
        guard first.version > 0 else { return block(first, timeSize: 4).map { rules(of: $0, rule: nil) } }
        // Later versions begin with a shorter block for readers of version 1, which is skipped here.
        guard take(first.size(timeSize: 4)) != nil, let second = header(), second.version == first.version,
            let block = block(second, timeSize: 8), let footer = footer()
        else { return nil }
        guard !footer.isEmpty else { return rules(of: block, rule: nil) }
        guard let rule = PosixZone(footer) else { return nil }
        return rules(of: block, rule: rule)
    }

    private func rules(of block: Block, rule: PosixZone?) -> TimeZoneRules {
        // Some files begin with the Big Bang, which milliseconds cannot express. Changes that far away are left out,
        // but the last one before `-farthest` gives the initial offset.
        let farthest: Int64 = 1 << 40
        let initial = block.changes.last { $0.at < -farthest }?.offset ?? block.initialOffset
        let changes = block.changes.filter { (-farthest...farthest).contains($0.at) }
        return TimeZoneRules(initialOffset: initial, changes: changes, rule: rule)
    }

    private struct Block {
        /// The offset of the first local time type (RFC 9636, section 3.2).
        var initialOffset: Int64
        var changes: [TimeZoneRules.Change]
    }

    /// The six counts of a header. They give the size of the block that follows.
    private struct Header {
        var version: UInt8
        var universalFlags, standardFlags, leapSeconds, changes, types, characters: Int

        func size(timeSize: Int) -> Int {
            changes * (timeSize + 1) + types * 6 + characters + leapSeconds * (timeSize + 4)
                + standardFlags + universalFlags
        }
    }

    private mutating func header() -> Header? {
        guard take(4)?.elementsEqual("TZif".utf8) == true, let version = take(1)?.first,
            version == 0 || (UInt8(ascii: "2")...UInt8(ascii: "4")).contains(version), take(15) != nil
        else { return nil }
        var counts: [Int] = []
        for _ in 0..<6 {
            guard let count = integer(size: 4), count >= 0 else { return nil }
            counts.append(Int(count))
        }
        let header = Header(
            version: version,
            universalFlags: counts[0],
            standardFlags: counts[1],
            leapSeconds: counts[2],
            changes: counts[3],
            types: counts[4],
            characters: counts[5]
        )
        guard [0, header.types].contains(header.universalFlags), [0, header.types].contains(header.standardFlags)
        else { return nil }
        return header
    }

    private mutating func block(_ header: Header, timeSize: Int) -> Block? {
        guard (1...256).contains(header.types), header.characters > 0, header.leapSeconds == 0,
            rest.count >= header.size(timeSize: timeSize)
        else { return nil }
        var times: [Int64] = []
        for _ in 0..<header.changes {
            guard let time = integer(size: timeSize), times.last.map({ $0 < time }) ?? true else { return nil }
            times.append(time)
        }
        guard let indices = take(header.changes) else { return nil }
        var offsets: [Int64] = []
        for _ in 0..<header.types {
            // RFC 9636: more than -25 hours and less than 26 hours.
            guard let offset = integer(size: 4), (-89_999...93_599).contains(offset), let flags = take(2),
                flags[flags.startIndex] <= 1, Int(flags[flags.startIndex + 1]) < header.characters
            else { return nil }
            offsets.append(offset)
        }
        guard indices.allSatisfy({ Int($0) < offsets.count }),
            take(header.characters + header.standardFlags + header.universalFlags) != nil
        else { return nil }
        let changes = zip(times, indices).map { TimeZoneRules.Change(at: $0, offset: offsets[Int($1)]) }
        return Block(initialOffset: offsets[0], changes: changes)
    }

    /// The `TZ` string between two line ends; it may be empty.
    private mutating func footer() -> ArraySlice<UInt8>? {
        let lineEnd = UInt8(ascii: "\n")
        guard take(1)?.first == lineEnd, let end = rest.firstIndex(of: lineEnd) else { return nil }
        return rest[..<end]
    }

    private mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count <= rest.count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    /// Two's complement, the highest byte first.
    private mutating func integer(size: Int) -> Int64? {
        guard let bytes = take(size) else { return nil }
        let bits = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let unused = 64 - 8 * size
        return Int64(bitPattern: bits << unused) >> unused
    }
}
