import CampaignFiles
import DialerCore
import Testing

@Suite struct EncodingTests {
    private static let text = "to;name\r\n14155550100;Zoë “😀” €\r\n"
    private static let expected = ["2 14155550100 Zoë “😀” €"]

    private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        (bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE])
            + text.utf16.flatMap { unit in
                let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
                return bigEndian ? [high, low] : [low, high]
            }
    }

    @Test(arguments: [1, 2, 3, 5, 1 << 18])
    func eachEncodingGivesTheSameText(chunk: Int) throws {
        let limits = CSVLimits(chunkBytes: chunk)
        let encodings: [[UInt8]] = [
            Array(Self.text.utf8), [0xEF, 0xBB, 0xBF] + Array(Self.text.utf8), utf16(Self.text, bigEndian: false),
            utf16(Self.text, bigEndian: true),
        ]
        for bytes in encodings {
            let reading = try Reading(bytes, limits: limits)
            #expect(reading.columns == ["name"], "without the byte order mark")
            #expect(reading.summary == Self.expected)
        }
    }

    @Test func invalidUTF8IsWindows1252() throws {
        let bytes = Array("to,name\n14155550100,".utf8) + [0x80, 0x93, 0xE9, 0x94, 0xFF, 0x81] + Array("\n".utf8)
        #expect(try Reading(bytes).contacts.first?.values == ["€“é”ÿ\u{81}"])
    }

    @Test(
        arguments: [
            [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE0, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5],
            [0xE2, 0x82], [0x80],
            [0xF0, 0x80, 0x80, 0x80],
        ] as [[UInt8]]
    )
    func oneBadSequenceAnywhereMakesItWindows1252(sequence: [UInt8]) throws {
        // The bad sequence is far behind the valid "é": the whole file decides.
        let rows = String(repeating: "14155550100,é\n", count: 10_000)
        let reading = try Reading(Array("to,name\n\(rows)14155550101,".utf8) + sequence)
        #expect(reading.contacts.first?.values == ["Ã©"])
        #expect(reading.contacts.count == 10_001)
        #expect(reading.contacts.last?.values.first?.unicodeScalars.count == sequence.count)
    }

    @Test func incompleteUTF16IsReplaced() throws {
        let bytes = utf16("to,name\n14155550100,a", bigEndian: false) + [0x3D, 0xD8, 0x62]
        #expect(try Reading(bytes).contacts.first?.values == ["a\u{FFFD}\u{FFFD}"])
        let lone = utf16("to,name\n14155550100,", bigEndian: true) + [0xDE, 0x00, 0x00, 0x61, 0xD8, 0x3D, 0x00, 0x62]
        #expect(try Reading(lone).contacts.first?.values == ["\u{FFFD}a\u{FFFD}b"])
    }

    @Test func aNULInUTF16IsAReject() throws {
        #expect(try Reading(utf16("to\n1415\0\n14155550100\n", bigEndian: true)).rejects.map(\.row) == [2])
    }
}
