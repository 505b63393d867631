import DialerCore

/// What happened, as a fingerprint of all of it and the text of the last lines.
final class Trace {
    private struct Line {
        var at: MonotonicTime
        var what: StaticString
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
    var now = MonotonicTime(nanoseconds: 0)
    private(set) var fingerprint: UInt64 = 0xCBF2_9CE4_8422_2325
    private var lines: [Line] = []
    private var oldest = 0

    init(printsAll: Bool) {
        self.printsAll = printsAll
    }

    func note(_ what: StaticString, _ first: Int64 = 0, _ second: Int64 = 0) {
        let line = Line(at: now, what: what, first: first, second: second)
        mix(UInt64(bitPattern: now.nanoseconds))
        what.withUTF8Buffer { for byte in $0 { mix(UInt64(byte)) } }
        mix(UInt64(bitPattern: first))
        mix(UInt64(bitPattern: second))
        if printsAll { print(line.text) }
        if lines.count < Self.kept {
            lines.append(line)
        } else {
            lines[oldest] = line
            oldest = (oldest + 1) % Self.kept
        }
    }

    /// The oldest first.
    var lastLines: [String] { (lines[oldest...] + lines[..<oldest]).map(\.text) }

    /// FNV-1a, a word at a time.
    private func mix(_ word: UInt64) {
        fingerprint = (fingerprint ^ word) &* 0x100_0000_01B3
    }
}
