import CampaignFiles
import DialerCore
import TestSupport
import Testing

/// Lists of numbers, exported by programs or typed by people.
struct NumberFileTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func read(_ text: String, country: Country? = nil) throws -> (column: String?, rows: [NumberRow]) {
        let file = try NumberFile(path: folder.write(text.utf8), country: country)
        var rows: [NumberRow] = []
        while true {
            let next = try file.next(limit: 3)
            if next.isEmpty { return (file.column, rows) }
            rows += next
        }
    }

    private static let numbers: [NumberRow] = [.number(.phone(14_155_550_100)), .number(.phone(14_155_550_101))]

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var column: String?
    }

    @Test(arguments: [
        Case(testDescription: "numbers alone", text: "14155550100\n14155550101\n"),
        Case(testDescription: "no line end at the end, and blank lines", text: "\n+14155550100\r\n\r\n+1 415 555-0101"),
        Case(testDescription: "more columns", text: "14155550100,Ada,x\n14155550101\n"),
        Case(testDescription: "a header", text: "phone\n14155550100\n14155550101\n", column: "phone"),
        Case(
            testDescription: "a header that names another column",
            text: "Name;Mobile\nAda 2;14155550100\nGrace;1 (415) 555 0101\n",
            column: "Mobile"
        ),
        Case(
            testDescription: "unknown names",
            text: "Rufnummer,Grund\n14155550100,a\n14155550101,b\n",
            column: "Rufnummer"
        ),
        Case(testDescription: "a mark at the beginning", text: "\u{FEFF}14155550100\n14155550101\n"),
        Case(testDescription: "quoted", text: "\"14155550100\"\n\"14155550101\",\"a\nb\"\n"),
        Case(testDescription: "as a spreadsheet writes them", text: "1.4155550100E+10\n=\"14155550101\"\n"),
    ])
    func theColumnOfNumbersIsFound(_ example: Case) throws {
        let (column, rows) = try read(example.text)
        #expect(column == example.column)
        #expect(rows == Self.numbers)
    }

    @Test func aLineWithoutANumberIsReported() throws {
        let (column, rows) = try read("14155550100\nabc\n\n\"\"\n12\n14155550101\n")
        #expect(column == nil)
        let rejects = rows.compactMap { if case .reject(let reject) = $0 { reject } else { nil } }
        #expect(rejects.map(\.row) == [2, 4, 5])
        #expect(rejects.map(\.value) == ["abc", "", "12"])
        #expect(rejects.allSatisfy { $0.column.isEmpty && $0.reason.hasPrefix("the number ") })
        #expect(rows.filter { Self.numbers.contains($0) } == Self.numbers)
    }

    /// A first line with a digit may be a number that must not be called.
    @Test func aFirstLineWithADigitIsNeverTakenForAHeader() throws {
        let (column, rows) = try read("phone 1\n14155550100\n")
        #expect(column == nil)
        #expect(rows.count == 2)
    }

    @Test func nationalNumbersAreReadForACountry() throws {
        let (_, rows) = try read("(415) 555-0100\n", country: Country("US"))
        #expect(rows == [.number(.phone(14_155_550_100))])
    }

    @Test func aFileOfTwoColumnsOfNumbersIsRefused() throws {
        #expect(throws: FileRefusal.self) { try read("phone,mobile\n14155550100,14155550101\n") }
        #expect(throws: FileRefusal.self) { try read("") }
    }
}
