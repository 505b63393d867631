import CampaignFiles
import DialerCore
import TestSupport
import Testing

@Suite struct CSVFuzzTests {
    /// Takes about half a minute in a release build.
    private static let rounds: UInt64 = 180_000

    /// Any bytes are read or refused, with the same result for chunks of any size, and every line belongs to a row.
    @Test func anyBytesAreReadOrRefused() async throws {
        let folder = try TemporaryFolder(inMemory: true)
        let samples = try Corpus.names.map(Corpus.bytes)
        for seed in Fuzz.seeds(rounds: Self.rounds) {
            var random = SeededGenerator(seed: seed)
            let bytes =
                random.happens(oneIn: 4) ? Self.noise(&random) : random.mutation(of: samples, tokens: Self.tokens)
            let recordBytes = random.happens(oneIn: 4) ? Int.random(in: 1...64, using: &random) : 64 << 20
            func reading(chunkBytes: Int) -> Result<Reading, any Error> {
                let limits = CSVLimits(recordBytes: recordBytes, chunkBytes: chunkBytes)
                return Result { try Reading(bytes, limits: limits, folder: folder) }
            }
            let whole = reading(chunkBytes: 16_384)
            let chunkBytes = Int.random(in: 1...40, using: &random)
            guard let problem = Self.problem(whole, inChunks: reading(chunkBytes: chunkBytes), of: bytes) else {
                // Other tests run meanwhile.
                await Task.yield()
                continue
            }
            Issue.record(
                "\(problem), in chunks of \(chunkBytes), records of \(recordBytes); \(Fuzz.replay(seed, bytes))"
            )
            return
        }
    }

    private static let tokens: [[UInt8]] =
        [
            "to", "phone", "from", "ring_timeout", "sep=;", ",", ";", "\t", "|", "\"", "\"\"", "\",\"", "\"\n", "\n",
            "\r", "\r\n", "\n\n",
            " ", "'", "+", "=\"", "\0", "\u{FEFF}", "\u{A0}", "é", "😀", "14155550100", "sip:a@b.c", "tel:",
            "1.4155550100E+10", ".0",
        ]
        .map { Array($0.utf8) } + [[0xFF, 0xFE], [0xFE, 0xFF], [0x80], [0xC3], [0x0A, 0x00], [0x22, 0x00]]

    /// Bytes with a meaning in a CSV, in random order.
    private static func noise(_ random: inout SeededGenerator) -> [UInt8] {
        let alphabet = Array("to,;\t|\"\"\"\n\n\r\r\n1415555019 x\0é".utf8) + [0x80, 0xFF, 0xFE]
        let header: [UInt8] = random.happens(oneIn: 2) ? Array("to,name\n".utf8) : []
        return header + (0..<Int.random(in: 0...120, using: &random)).map { _ in random.element(of: alphabet) }
    }

    /// The problem of a reading; nil if there is none.
    private static func problem(
        _ whole: Result<Reading, any Error>,
        inChunks chunked: Result<Reading, any Error>,
        of bytes: [UInt8]
    ) -> String? {
        switch (whole, chunked) {
        case (.success(let one), .success(let other)):
            return one == other ? problem(one, of: bytes) : "the chunks change the rows"
        case (.failure(let one as FileRefusal), .failure(let other as FileRefusal)):
            if one != other { return "the chunks change the refusal" }
            let isTold =
                !one.problems.isEmpty && !one.problems.contains { $0.isEmpty || $0.contains(where: \.isNewline) }
            return isTold ? nil : "a refusal has no sentences of one line"
        default: return "the chunks change whether the file is refused"
        }
    }

    private static func problem(_ reading: Reading, of bytes: [UInt8]) -> String? {
        let lines = reading.rows.map(\.line)
        if !zip(lines, lines.dropFirst()).allSatisfy(<) { return "the lines of the rows do not ascend" }
        if let line = RowAccount(bytes).lostLine(reading.rows) { return "line \(line) is lost" }
        for contact in reading.contacts {
            if contact.values.count != reading.columns.count {
                return "a contact has more or fewer values than columns"
            }
            if Destination(reported: contact.destination.text) != contact.destination { return "a destination changes" }
        }
        for reject in reading.rejects where reject.reason.isEmpty || reject.value.count > 201 {
            return "a reject has no reason or is too long"
        }
        return nil
    }

    /// A CSV that is written and read has every record as a row, with its line and its fields.
    @Test(arguments: TestSeed.each(2..<3)) func everyRecordComesBack(seed: TestSeed) throws {
        let folder = try TemporaryFolder(inMemory: true)
        var random = SeededGenerator(seed: seed.value)
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
