import CampaignFiles
import DialerCore
import Testing

@Suite struct CSVFuzzTests {
    /// Any bytes are read or refused, the same in chunks of any size, and rows stand in the order of their lines.
    @Test func anyBytesAreReadOrRefused() throws {
        let folder = try TemporaryFolder(inMemory: true)
        var random = SeededGenerator(seed: 1)
        let alphabet = Array("to,;\t|\"\"\"\n\n\r\r\n1415555019 x\0é".utf8) + [0x80, 0xFF, 0xFE]
        for _ in 0..<1500 {
            var bytes: [UInt8] = Bool.random(using: &random) ? Array("to,name\n".utf8) : []
            for _ in 0..<Int.random(in: 0...120, using: &random) {
                bytes.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
            }
            let whole = Result { try Reading(bytes, folder: folder) }
            let limits = CSVLimits(recordBytes: 64 << 20, chunkBytes: Int.random(in: 1...16, using: &random))
            let chunked = Result { try Reading(bytes, limits: limits, folder: folder) }
            switch (whole, chunked) {
            case (.success(let one), .success(let other)):
                #expect(one == other, "\(bytes)")
                let lines = one.rows.map(Self.line)
                #expect(zip(lines, lines.dropFirst()).allSatisfy { $0 < $1 }, "\(bytes)")
                #expect(one.contacts.allSatisfy { $0.values.count == one.columns.count })
            case (.failure(let one), .failure(let other)):
                #expect(one is FileRefusal && one as? FileRefusal == other as? FileRefusal, "\(bytes)")
            default:
                Issue.record("chunks of \(limits.chunkBytes) change the reading of \(bytes)")
            }
        }
    }

    /// What is written as a CSV comes back as it was: every record a row, at its line, with its fields.
    @Test func everyRecordComesBack() throws {
        let folder = try TemporaryFolder(inMemory: true)
        var random = SeededGenerator(seed: 2)
        let pieces = ["a", "é", " ", ",", ";", "\t", "|", "\"", "\n", "\r\n", "\r", "+", "=", "😀", "0"]
        for round in 0..<300 {
            let delimiter = [",", ";", "\t", "|"][round % 4]
            let lineEnd = ["\n", "\r\n", "\r"][round % 3]
            let columns = Int.random(in: 1...5, using: &random)
            var text = (["to"] + (1..<columns).map { "c\($0)" }).joined(separator: delimiter) + lineEnd
            var line = 2
            var expected: [String] = []
            for row in 0..<Int.random(in: 1...20, using: &random) {
                var values: [String] = []
                for _ in 1..<columns {
                    let count = Int.random(in: 0...4, using: &random)
                    values.append(
                        (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
                    )
                }
                let isContact = Int.random(in: 0..<4, using: &random) > 0
                let to = isContact ? "141555501\(row + 10)" : "x\(row)"
                expected.append(isContact ? "\(line) \(to) \(values.joined(separator: "|"))" : "\(line) !")
                let quotesAll = Bool.random(using: &random)
                let record = ([to] + values).map { quotesAll ? Self.quoted($0) : Self.quotedIfNeeded($0) }
                    .joined(separator: delimiter)
                text += record + lineEnd
                line += 1 + Self.lineBreaks(values.joined(separator: "-"))
                if Int.random(in: 0..<5, using: &random) == 0 {
                    text += lineEnd
                    line += 1
                }
            }
            let limits = CSVLimits(chunkBytes: Int.random(in: 1...64, using: &random))
            let summary = try Reading(text, limits: limits, folder: folder).summary.map {
                $0.contains(" ! ") ? $0.prefix { $0 != "!" } + "!" : $0
            }
            #expect(summary == expected, "\(text.debugDescription)")
        }
    }

    private static func line(_ row: CSVRow) -> Int {
        switch row {
        case .contact(let contact): contact.row
        case .reject(let reject): reject.row
        }
    }

    private static func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }

    private static func quotedIfNeeded(_ text: String) -> String {
        text.unicodeScalars.contains { ",;\t|\"\n\r".unicodeScalars.contains($0) } ? quoted(text) : text
    }

    private static func lineBreaks(_ text: String) -> Int {
        let scalars = Array(text.unicodeScalars)
        return scalars.indices.count {
            scalars[$0] == "\r" || (scalars[$0] == "\n" && ($0 == 0 || scalars[$0 - 1] != "\r"))
        }
    }
}
