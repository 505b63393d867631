import CampaignFiles
import TestSupport
import Testing

/// Records that ``CSVWriter`` wrote are read unchanged.
@Suite struct CSVRecordsTests {
    private static let lines = [
        ["row", "to", "name"], ["2", "+1 415 555 0100", ""], ["3", "sip:a@b", "two\nlines, \"quoted\""],
        ["4", " blank ", "semi;colon\ttab|pipe"], ["5", "", "é 😀"],
    ]

    private func write(_ lines: [[String]], to folder: TemporaryFolder) throws -> String {
        let path = folder.path + "/results.csv"
        let writer = try CSVWriter(path: path, header: lines[0])
        for line in lines.dropFirst() { try writer.write(line) }
        try writer.finish()
        return path
    }

    @Test func everyFieldIsUnchanged() throws {
        let folder = try TemporaryFolder()
        let records = try CSVRecords(path: try write(Self.lines, to: folder))
        var read: [[String]] = []
        while let fields = try records.next() { read.append(fields) }
        #expect(read == Self.lines)
    }

    @Test func anIncompleteFieldIsNoRecord() throws {
        let folder = try TemporaryFolder()
        try folder.write("row,to,name\n2,3,\"never clo", to: "results.csv")
        let records = try CSVRecords(path: folder.path + "/results.csv")
        #expect(try records.next() == ["row", "to", "name"])
        #expect(throws: FileRefusal.self) { try records.next() }
        #expect(throws: FileRefusal.self) { try CSVRecords(path: folder.path + "/nowhere.csv") }
    }
}
