import CampaignFiles
import Foundation
import TestSupport
import Testing

@Suite struct CampaignFileTests {
    @Test func theHashIsThatOfTheBytes() throws {
        let folder = try TemporaryFolder()
        let file = try CampaignFile(path: folder.write("to\n14155550100\n", to: "a.csv"), callerIDs: [])
        #expect(file.sha256 == "ee7f52b642c058a8396b6ff38d1d35415b37842cff20b0f194e6d9ea9baaab4d")
    }

    @Test func slicesAreOfTheSizeAskedFor() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("to\n" + (100..<117).map { "14155550\($0)\n" }.joined(), to: "a.csv")
        let file = try CampaignFile(path: path, callerIDs: [])
        var sizes: [Int] = []
        repeat { sizes.append(try file.next(limit: 5).count) } while sizes.last != 0
        #expect(sizes == [5, 5, 5, 2, 0])
        #expect(try file.next(limit: 5).isEmpty)
        try file.finish()
    }

    @Test func aFileThatChangesUnderTheReadingIsNoticed() throws {
        let folder = try TemporaryFolder()
        let rows = (0..<200).map { "14155550\($0 + 100)\n" }.joined()
        for (changed, isNoticed) in [
            ("to\n" + rows + "14155550999\n", true), ("to\n" + rows.replacing("1", with: "2"), true),
            ("to\n" + rows, false),
        ] {
            let path = try folder.write("to\n" + rows, to: "a.csv")
            let file = try CampaignFile(path: path, callerIDs: [], limits: CSVLimits(chunkBytes: 64))
            #expect(try file.next(limit: 10).count == 10)
            let handle = try FileHandle(forWritingTo: URL(filePath: path))
            try handle.write(contentsOf: Data(changed.utf8))
            try handle.close()
            while try !file.next(limit: 100).isEmpty {}
            if isNoticed {
                #expect(throws: CampaignFileChanged()) { try file.finish() }
            } else {
                try file.finish()
            }
        }
    }

    @Test func anEndBeforeTheLastRowStillChecksTheWholeFile() throws {
        let folder = try TemporaryFolder()
        let file = try CampaignFile(path: folder.write("to\n14155550100\n14155550101\n", to: "a.csv"), callerIDs: [])
        _ = try file.next(limit: 1)
        try file.finish()
        #expect(try file.next(limit: 1).isEmpty)
    }
}
