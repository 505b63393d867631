import CampaignFiles
import DialerCore
import Testing

@Suite struct CSVRecordTests {
    /// A file and its rows in short, which do not depend on the size of the chunks.
    @Test(arguments: [
        ("to,name\n14155550100,Ann\n", ["2 14155550100 Ann"]),
        ("to,name\n14155550100,Ann", ["2 14155550100 Ann"]),
        ("to,name\r\n14155550100,Ann\r\n14155550101,Bob\r\n", ["2 14155550100 Ann", "3 14155550101 Bob"]),
        ("to,name\r14155550100,Ann\r14155550101,Bob\r", ["2 14155550100 Ann", "3 14155550101 Bob"]),
        (
            "to,name\r14155550100,Ann\n14155550101,Bob\r\n14155550102,Cy",
            ["2 14155550100 Ann", "3 14155550101 Bob", "4 14155550102 Cy"]
        ),
        ("\n \t\nto,name\n\n14155550100,Ann\n\n  \n\n14155550101,Bob\n\n", ["5 14155550100 Ann", "9 14155550101 Bob"]),
        ("to,name\n14155550100,\"Ann, \"\"the\"\" one\"\n", ["2 14155550100 Ann, \"the\" one"]),
        ("to,name\n14155550100,\"two\nlines\"\n14155550101,Bob\n", ["2 14155550100 two\nlines", "4 14155550101 Bob"]),
        (
            "to,name\r\n14155550100,\"a\r\nb\rc\nd\"\r\n14155550101,Bob",
            ["2 14155550100 a\r\nb\rc\nd", "6 14155550101 Bob"]
        ),
        ("\"to\",\"name\"\n\"14155550100\",\"\"\n", ["2 14155550100 "]),
        ("to,name\n14155550100,\"\"\"\"\n", ["2 14155550100 \""]),
        ("to,name\n14155550100,5\" pipe\n", ["2 14155550100 5\" pipe"]),
        ("to,name\n14155550100,\"say \"hi\" now\"\n", ["2 14155550100 say \"hi\" now"]),
        ("to,name\n14155550100, \"x\"\n", ["2 14155550100  \"x\""]),
        ("to,name,city\n14155550100\n14155550101,Bob\n", ["2 14155550100 |", "3 14155550101 Bob|"]),
        (
            "to,name\n14155550100,Ann,x\n14155550101,Bob\n",
            ["2 ! the row has 3 fields, the header has 2", "3 14155550101 Bob"]
        ),
        ("to,name\n14155550100,Ann,\n", ["2 ! the row has 3 fields, the header has 2"]),
        ("to,name\n,\n\"\",x\n", ["2 ! the number is empty", "3 ! the number is empty"]),
        ("to\n14155550100\n\"\"\n", ["2 14155550100 ", "3 ! the number is empty"]),
        ("name,to\nA\0nn,14155550100\nBob,14155550101\n", ["2 ! the field has a NUL byte in it", "3 14155550101 Bob"]),
    ])
    func everyRecordIsARow(text: String, expected: [String]) throws {
        #expect(try Reading(text).summary == expected)
        for chunk in 1...9 {
            #expect(try Reading(text, limits: CSVLimits(chunkBytes: chunk)).summary == expected, "chunks of \(chunk)")
        }
    }

    /// An unclosed quote loses its own row and none below.
    @Test(arguments: [
        ("to,name\n14155550100,\"Ann\n14155550101,Bob\n14155550102,Cy\n", [2], ["14155550101", "14155550102"]),
        ("to,name\n14155550100,\"Ann\n14155550101,\"Bob\"\n14155550102,Cy\n", [2], ["14155550101", "14155550102"]),
        (
            "\"to\",\"name\"\n\"14155550100\",\"Ann\n\"14155550101\",\"Bob\"\n\"14155550102\",\"Cy\"\n", [2],
            ["14155550101", "14155550102"]
        ),
        ("to,name\n\"14155550100,Ann\n14155550101,Bob\n", [2], ["14155550101"]),
        ("to,name\n14155550101,Bob\n14155550100,\"", [3], ["14155550101"]),
        ("to,name\n14155550101,Bob\n14155550100,\"x\n", [3], ["14155550101"]),
        ("to,name\n14155550100,\"x\n14155550101,\"y\n14155550102,\"z\n14155550103,Di\n", [2, 3, 4], ["14155550103"]),
        ("to,a,b\n14155550100,\"1\n2\",\"x\n14155550101,1,2\n", [2], ["14155550101"]),
        ("to,name\n14155550100,\"x\"y\n14155550101,Bob\n", [2], ["14155550101"]),
        ("to,name\n14155550100,\"x\"y\n14155550101,Bob\"\n", [2], ["14155550101"]),
    ])
    func anUnclosedQuoteIsOneReject(text: String, rejects: [Int], contacts: [String]) throws {
        for chunk in [1, 2, 3, 5, 8, 1 << 18] {
            let reading = try Reading(text, limits: CSVLimits(chunkBytes: chunk))
            #expect(reading.rejects.map(\.row) == rejects)
            #expect(reading.contacts.map(\.destination.text) == contacts)
        }
    }

    @Test func anUnclosedQuoteIsReportedWithItsLineAndColumn() throws {
        let reject = try Reading("to,a,name\n14155550100,\"1\n2\",\"Ann\n14155550101,1,2\n").rejects.first
        let reason = "a quote that opens a field on line 3 is not closed: close it, or double it if it is meant"
        #expect(reject == Reject(row: 2, column: "name", value: "Ann", reason: reason))
    }

    @Test func linesBelowARejectKeepTheirNumbers() throws {
        let text = "to,a,name\n14155550100,\"1\n2\",\"Ann\n\n14155550101,1,2\nx,\"3\n4\",5\n14155550102,1,2"
        #expect(
            try Reading(text).rows.map { row in
                switch row {
                case .contact(let contact): contact.row
                case .reject(let reject): reject.row
                }
            } == [2, 5, 6, 8]
        )
    }

    @Test func aFieldOfTenMegabytesIsAValue() throws {
        let long = String(repeating: "x", count: 10 << 20)
        let reading = try Reading(
            "to,note,name\n14155550100,\"\(long)\",Ann\n14155550101,\(long)\n\(long),,\n14155550102,y,Cy\n"
        )
        #expect(reading.contacts.map { $0.values[0].utf8.count } == [10 << 20, 10 << 20, 1])
        #expect(reading.contacts.map { $0.values[1] } == ["Ann", "", "Cy"])
        #expect(reading.rejects.map(\.row) == [4])
        #expect(reading.rejects.first?.value == String(repeating: "x", count: 200) + "…")
    }

    @Test(arguments: ["\n", "\r\n", "\r"], [1, 3, 64, 1 << 18])
    func onlyARecordAboveTheLimitIsAReject(lineEnd: String, chunk: Int) throws {
        let long = String(repeating: "x", count: 200)
        let lines = [
            "to,name", "14155550100,Ann", "14155550101,\(long)", "14155550102,\"\(long)", "14155550103,Di",
            "14155550104,\(long)",
        ]
        let limits = CSVLimits(recordBytes: 100, chunkBytes: chunk)
        let reading = try Reading(lines.joined(separator: lineEnd), limits: limits)
        #expect(reading.contacts.map(\.destination.text) == ["14155550100", "14155550103"])
        #expect(reading.contacts.map(\.row) == [2, 5])
        #expect(reading.rejects.map(\.row) == [3, 4, 6])
    }

    @Test func anUnclosedQuoteAboveTheLimitLosesOneRow() throws {
        let rows = (0..<50).map { "141555501\($0 + 10),Bob\n" }.joined()
        let reading = try Reading(
            "to,name\n14155550100,\"Ann\n" + rows,
            limits: CSVLimits(recordBytes: 100, chunkBytes: 16)
        )
        #expect(reading.rejects.map(\.row) == [2])
        #expect(reading.contacts.count == 50)
    }
}
