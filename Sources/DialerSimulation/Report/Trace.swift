import DialerCore

/// The events of a run: a fingerprint of all of them, and the text of the last ones.
final class Trace {
    private struct Line {
        var at: MonotonicTime
        var what: String
        var first: Int64
        var second: Int64

        var text: String {
            let seconds = String(at.nanoseconds / 1_000_000_000)
            let milliseconds = String(at.nanoseconds / 1_000_000 % 1000)
            let padding = String(repeating: "0", count: 3 - milliseconds.count)
            return "\(seconds).\(padding)\(milliseconds)  \(what) \(first) \(second)"
        }
    }

    private static let kept = 40
    private let printsAll: Bool
    var now = MonotonicTime.start
    private(set) var fingerprint: UInt64 = 0xCBF2_9CE4_8422_2325
    private var lines: [Line] = []

    init(printsAll: Bool) {
        self.printsAll = printsAll
    }

    func note(_ what: String, _ first: Int64 = 0, _ second: Int64 = 0) {
        let line = Line(at: now, what: what, first: first, second: second)
        mix(UInt64(bitPattern: now.nanoseconds))
        for byte in what.utf8 { mix(UInt64(byte)) }
        mix(UInt64(bitPattern: first))
        mix(UInt64(bitPattern: second))
        if printsAll { print(line.text) }
        if lines.count == 2 * Self.kept { lines.removeFirst(Self.kept) }
        lines.append(line)
    }

    /// The last 40 lines, the oldest first.
    var lastLines: [String] { lines.suffix(Self.kept).map(\.text) }

    /// FNV-1a, word by word.
    private func mix(_ word: UInt64) {
        fingerprint = (fingerprint ^ word) &* 0x100_0000_01B3
    }
}
