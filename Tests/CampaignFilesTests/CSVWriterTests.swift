import CampaignFiles
import DialerCore
import Foundation
import TestSupport
import Testing

@Suite struct CSVWriterTests {
    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
        ("two\nlines", "\"two\nlines\""),
        ("cr\r", "\"cr\r\""), (" blank", "\" blank\""), ("blank ", "\"blank \""), ("+14155550100", "+14155550100"),
        ("=1+1", "=1+1"), ("Zoë;|", "Zoë;|"),
    ])
    func quotesAreWrittenOnlyWhereNeeded(field: String, quoted: String) {
        #expect(CSVWriter.line(["a", field]) == "a,\(quoted)\n")
    }

    @Test func aLoneEmptyFieldIsNoBlankLine() {
        #expect(CSVWriter.line([""]) == "\"\"\n")
        #expect(CSVWriter.line(["", ""]) == ",\n")
    }

    @Test func writtenValuesAreReadUnchanged() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/out.csv"
        let values = [
            "", " ", "a,b", "\"", "\"\"", "x\ny", "x\r\ny\r", "é😀", String(repeating: "long \"", count: 2000),
        ]
        let writer = try CSVWriter(path: path, header: ["to"] + values.indices.map { "v\($0)" })
        for row in 100..<110 { try writer.write(["14155550\(row)"] + values) }
        try writer.finish()
        let reading = try Reading(try #require(FileManager.default.contents(atPath: path)))
        #expect(reading.contacts.map(\.values) == Array(repeating: values, count: 10))
        #expect(reading.rejects.isEmpty)
        #expect(fileMode(path) == 0o640)
    }

    @Test func theFileGetsItsNameWhenItIsComplete() throws {
        let folder = try TemporaryFolder()
        let (part, path) = (folder.path + "/.out.part", folder.path + "/out.csv")
        try "old".write(toFile: path, atomically: false, encoding: .utf8)
        let writer = try CSVWriter(path: part, header: ["a"])
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
        try writer.finish(as: path)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "a\n")
        #expect(!FileManager.default.fileExists(atPath: part))
        #expect(throws: FolderError.self) {
            try CSVWriter(path: part, header: ["a"]).finish(as: folder.path + "/nowhere/out.csv")
        }
    }

    @Test func anErrorNamesThePathAndTheRemedy() {
        #expect {
            try CSVWriter(path: "/nowhere/at/all/out.csv", header: ["a"])
        } throws: {
            ($0 as? FolderError)?.errno == ENOENT
        }
        #expect {
            let writer = try CSVWriter(path: "/dev/full", header: ["a"])
            try writer.finish()
        } throws: {
            ($0 as? FolderError)?.description == "/dev/full cannot be written: the disk is full; make room there"
        }
    }
}
