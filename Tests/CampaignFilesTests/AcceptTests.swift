import CampaignFiles
import DialerCore
import Foundation
import Glibc
import TestSupport
import Testing

/// Moving a campaign's files to `accepted/` ends with the same folder, whichever steps were done before.
@Suite struct AcceptTests {
    private static let csv = "to\n14155550100\nx\n"

    private struct Scene {
        let temporary: TemporaryFolder
        let folder: CampaignFolder
        let receipt: Receipt

        /// A folder after the commit of an import, before any file is moved.
        init() throws {
            temporary = try TemporaryFolder()
            folder = CampaignFolder(path: temporary.path)
            try folder.prepare()
            try temporary.write(csv, to: "spring.csv")
            try temporary.write("from: 1\n", to: "spring.yml")
            let file = try CampaignFile(path: folder.filePath("spring.csv"), callerIDs: [])
            receipt = Receipt(
                campaign: "spring-2",
                fileSHA256: file.sha256,
                rows: 2,
                contacts: 1,
                rejected: 1,
                duplicates: 0,
                suppressed: 0
            )
            try folder.stage(campaign: "spring-2")
            let rejects = try folder.rejectsWriter(campaign: "spring-2")
            try rejects.write(Reject(row: 3, column: "to", value: "x", reason: "no").fields)
            try rejects.finish()
        }

        func accept() throws { try folder.accept(csv: "spring.csv", settings: "spring.yml", receipt: receipt) }

        func expectWhole(_ comment: Comment) throws {
            let names = ["receipt.json", "rejects.csv", "spring-2.csv", "spring-2.yaml"]
            let expected = ["accepted", "accepted/spring-2"] + names.map { "accepted/spring-2/" + $0 } + ["rejected"]
            #expect(temporary.tree() == expected, comment)
            #expect(temporary.text("accepted/spring-2/spring-2.csv") == csv, comment)
            #expect(temporary.text("accepted/spring-2/rejects.csv") == "row,column,value,reason\n3,to,x,no\n", comment)
            let json = try #require(temporary.text("accepted/spring-2/receipt.json"))
            #expect(try JSONDecoder().decode(Receipt.self, from: Data(json.utf8)) == receipt, comment)
            for name in names {
                #expect(fileMode(temporary.path + "/accepted/spring-2/" + name) == 0o640, comment)
            }
        }

        func move(_ from: String, _ to: String) throws {
            try FileManager.default.moveItem(atPath: temporary.path + "/" + from, toPath: temporary.path + "/" + to)
        }
    }

    @Test func acceptingAgainChangesNothing() throws {
        let scene = try Scene()
        try scene.accept()
        try scene.expectWhole("once")
        try scene.accept()
        try scene.expectWhole("again")
    }

    /// Each step is followed by a crash.
    @Test func itIsCompletedAfterACrashAtAnyStep() throws {
        let steps: [(name: String, (Scene) throws -> Void)] = [
            ("the commit", { _ in }),
            ("half a receipt", { try $0.temporary.write("{", to: "accepted/.spring-2.importing/receipt.json.tmp") }),
            (
                "the receipt",
                {
                    try FileManager.default.removeItem(
                        atPath: $0.temporary.path + "/accepted/.spring-2.importing/receipt.json.tmp"
                    )
                    try $0.temporary.write($0.receipt.json(), to: "accepted/.spring-2.importing/receipt.json")
                    chmod($0.temporary.path + "/accepted/.spring-2.importing/receipt.json", 0o640)
                }
            ),
            ("the folder's name", { try $0.move("accepted/.spring-2.importing", "accepted/spring-2") }),
            (
                "the CSV",
                {
                    try $0.move("spring.csv", "accepted/spring-2/spring-2.csv")
                    chmod($0.temporary.path + "/accepted/spring-2/spring-2.csv", 0o640)
                }
            ),
            (
                "the settings",
                {
                    try $0.move("spring.yml", "accepted/spring-2/spring-2.yaml")
                    chmod($0.temporary.path + "/accepted/spring-2/spring-2.yaml", 0o640)
                }
            ),
        ]
        for cut in steps.indices {
            let scene = try Scene()
            for step in steps[...cut] { try step.1(scene) }
            try scene.accept()
            try scene.folder.removeStaleStaging()
            try scene.expectWhole("after \(steps[cut].name)")
        }
    }

    @Test func aNewFileOfTheSameNameStays() throws {
        let scene = try Scene()
        try scene.temporary.write("to\n14155550199\n", to: "spring.csv")
        try scene.accept()
        #expect(scene.temporary.text("spring.csv") == "to\n14155550199\n")
        #expect(scene.temporary.text("accepted/spring-2/spring-2.csv") == nil)
        #expect(scene.temporary.text("accepted/spring-2/receipt.json") != nil)
    }

    @Test func aFileDroppedLaterStays() throws {
        let scene = try Scene()
        try scene.accept()
        try scene.temporary.write(Self.csv, to: "spring.csv")
        try scene.accept()
        #expect(
            scene.temporary.text("spring.csv") == Self.csv,
            "the importer refuses the same content, not this function"
        )
    }

    @Test func aRemovedFileIsNoError() throws {
        let scene = try Scene()
        try FileManager.default.removeItem(atPath: scene.temporary.path + "/spring.csv")
        try scene.accept()
        #expect(scene.temporary.tree().contains("accepted/spring-2/spring-2.yaml"))
    }

    @Test func theReceiptHasTheDocumentedKeys() throws {
        let receipt = Receipt(
            campaign: "a/b",
            fileSHA256: "ff",
            rows: 6,
            contacts: 3,
            rejected: 2,
            duplicates: 1,
            suppressed: 1
        )
        let expected = """
            {
              "campaign" : "a/b",
              "contacts" : 3,
              "duplicates" : 1,
              "file_sha256" : "ff",
              "rejected" : 2,
              "rows" : 6,
              "suppressed" : 1
            }

            """
        #expect(String(decoding: try receipt.json(), as: UTF8.self) == expected)
    }
}
