import CampaignFiles
import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct CampaignFolderTests {
    private let temporary: TemporaryFolder
    private let folder: CampaignFolder

    init() throws {
        temporary = try TemporaryFolder()
        folder = CampaignFolder(path: temporary.path + "/campaigns")
        try folder.prepare()
    }

    private func drop(_ text: String, as name: String) throws { try temporary.write(text, to: "campaigns/" + name) }

    private func entry(_ name: String) throws -> FolderEntry? { try folder.scan().entries.first { $0.name == name } }

    @Test func theFolderIsMadeForItsOwnerAndGroup() throws {
        #expect(temporary.tree() == ["campaigns", "campaigns/accepted", "campaigns/rejected"])
        for path in [folder.path, folder.acceptedPath, folder.rejectedPath] { #expect(fileMode(path) == 0o750) }
        try folder.prepare()
        #expect(temporary.tree().count == 3, "a second call changes nothing")
    }

    @Test func theEntryOfOneFileIsThatOfAScan() throws {
        for name in ["spring.csv", "spring.yaml", "both.csv", "both.yaml", "both.yml", "twin.csv", "twin.CSV", "x.txt"]
        {
            try drop("x", as: name)
        }
        let scan = try folder.scan()
        for name in ["spring.csv", "both.csv", "twin.CSV"] {
            let stem = String(name.dropLast(4))
            #expect(try folder.entry(ofCSV: name, takesSettings: true) == scan.entries.first { $0.name == stem })
        }
        #expect(try folder.entry(ofCSV: "twin.csv", takesSettings: true)?.csv?.name == "twin.csv")
        let alone = try #require(try folder.entry(ofCSV: "both.csv", takesSettings: false))
        #expect(alone.settings == nil && alone.problems.isEmpty)
        for name in ["x.txt", "missing.csv", "spring.yaml"] {
            #expect(try folder.entry(ofCSV: name, takesSettings: true) == nil, "\(name)")
        }
    }

    @Test func aScanIgnoresOtherNames() throws {
        let ignored = [
            ".hidden.csv", "a.csv.part", "b.csv.tmp", "c.csv~", "readme.txt", "csv", "d.csv.bak", "~", ".csv", ".yaml",
        ]
        for name in ignored + ["spring.csv", "spring.yaml", "summer.CSV", "lonely.yml", "a.b.csv"] {
            try drop("x", as: name)
        }
        let entries = try folder.scan().entries
        #expect(entries.map(\.name) == ["a.b", "lonely", "spring", "summer"])
        #expect(entries.map(\.csv?.name) == ["a.b.csv", nil, "spring.csv", "summer.CSV"])
        #expect(entries.map(\.settings?.name) == [nil, "lonely.yml", "spring.yaml", nil])
        #expect(entries.allSatisfy { $0.problems.isEmpty })
    }

    @Test func aStampTellsOneStateFromAnother() throws {
        try drop("x", as: "spring.csv")
        let before = try entry("spring")
        #expect(try entry("spring") == before)
        try drop("xy", as: "spring.csv")
        #expect(try entry("spring") != before)
    }

    @Test func anEntryThatCanBeNoCampaignSaysWhy() throws {
        try makeFolder(folder.filePath("dir.csv"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.filePath("link.csv"),
            withDestinationPath: "/etc/hostname"
        )
        for name in [
            "both.csv", "both.yaml", "both.yml", "-x.csv", "line\nbreak.csv",
            String(repeating: "é", count: 51) + ".csv",
        ] {
            try drop("x", as: name)
        }
        let problems = try folder.scan().entries.map { "\($0.name.prefix(4)): \($0.problems.joined())" }
        let expected = [
            "-x: The file's name begins with a dash", "both: Both both.yaml and both.yml are there: keep one.",
            "dir: dir.csv is a directory", "line: The file's name has a control character",
            "link: link.csv is a symbolic link", "éééé: The file's name is too long",
        ]
        #expect(problems.count == expected.count)
        for (problem, beginning) in zip(problems, expected) { #expect(problem.hasPrefix(beginning), "\(problem)") }
    }

    @Test func aNameThatIsNotUTF8IsShownAndLeftAlone() throws {
        let name = (Array(folder.filePath("caf").utf8) + [0xE9] + Array(".csv".utf8) + [0]).map {
            CChar(bitPattern: $0)
        }
        let descriptor = creat(name, 0o600)
        #expect(descriptor >= 0)
        close(descriptor)
        #expect(try folder.scan() == FolderScan(unreadableNames: ["caf\u{FFFD}.csv"]))
        unlink(name)
    }

    @Test func aRefusedEntryGoesWithItsProblems() throws {
        try drop("x", as: "spring.csv")
        try drop("y", as: "spring.yml")
        let path = try folder.refuse(try #require(try entry("spring")), problems: ["One.", "Two."])
        #expect(path == folder.rejectedPath + "/spring")
        #expect(temporary.text("campaigns/rejected/spring/problems.txt") == "One.\nTwo.\n")
        #expect(temporary.text("campaigns/rejected/spring/spring.csv") == "x")
        #expect(temporary.text("campaigns/rejected/spring/spring.yaml") == "y")
        #expect(try folder.scan().entries.isEmpty)
        #expect(fileMode(path) == 0o750)
        for name in ["problems.txt", "spring.csv", "spring.yaml"] { #expect(fileMode(path + "/" + name) == 0o640) }
    }

    @Test func aNameThatIsTakenGetsANumber() throws {
        for expected in ["spring", "spring-2", "spring-3"] {
            try drop("x", as: "spring.csv")
            let path = try folder.refuse(try #require(try entry("spring")), problems: ["No."])
            #expect(path == folder.rejectedPath + "/" + expected)
            #expect(temporary.text("campaigns/rejected/\(expected)/\(expected).csv") == "x")
        }
        #expect(try folder.freeCampaignName("spring") { _ in false } == "spring", "a refused file is no campaign")
        #expect(try folder.freeCampaignName("spring") { ["spring", "spring-2"].contains($0) } == "spring-3")
        try makeFolder(folder.acceptedPath(campaign: "spring"))
        #expect(try folder.freeCampaignName("spring") { $0 == "spring-2" } == "spring-3")
    }

    @Test func anInterruptedRefusalEndsWithOneFolder() throws {
        try drop("x", as: "spring.csv")
        try drop("y", as: "spring.yaml")
        let entry = try #require(try entry("spring"))
        // The state after a crash before the first move.
        try makeFolder(folder.rejectedPath + "/spring")
        try temporary.write("One.\n", to: "campaigns/rejected/spring/problems.txt")
        try temporary.write("On", to: "campaigns/rejected/spring/problems.txt.tmp")
        #expect(try folder.refuse(entry, problems: ["One."]) == folder.rejectedPath + "/spring")
        #expect(
            temporary.tree().filter { $0.hasPrefix("campaigns/rejected/") } == [
                "campaigns/rejected/spring", "campaigns/rejected/spring/problems.txt",
                "campaigns/rejected/spring/spring.csv",
                "campaigns/rejected/spring/spring.yaml",
            ]
        )
    }

    @Test func aDirectoryAndABadNameCanBeRefused() throws {
        try makeFolder(folder.filePath("dir.csv"))
        try drop("x", as: "-a\u{7}.csv")
        for entry in try folder.scan().entries { try folder.refuse(entry, problems: entry.problems) }
        #expect(try folder.scan().entries.isEmpty)
        #expect(FileManager.default.fileExists(atPath: folder.rejectedPath + "/dir/dir.csv"))
        #expect(temporary.text("campaigns/rejected/_a_/_a_.csv") == "x")
    }

    @Test func onlyStaleStagingFoldersAreRemoved() throws {
        try folder.stage(campaign: "spring")
        try folder.rejectsWriter(campaign: "spring").finish()
        try makeFolder(folder.acceptedPath(campaign: "summer"))
        try drop("x", as: "spring.csv")
        try folder.removeStaleStaging()
        #expect(
            temporary.tree() == [
                "campaigns", "campaigns/accepted", "campaigns/accepted/summer", "campaigns/rejected",
                "campaigns/spring.csv",
            ]
        )
    }

    @Test func anUnusableFolderSaysWhy() throws {
        let file = try temporary.write("x", to: "file")
        let cases = [
            (file, "\(file) is in the way: move it elsewhere"),
            (temporary.path + "/a/b", "\(temporary.path)/a/b does not exist: create it, or correct campaign_dir"),
            ("/proc/campaigns", "/proc/campaigns does not exist: create it, or correct campaign_dir"),
        ]
        for (path, expected) in cases {
            #expect { try CampaignFolder(path: path).prepare() } throws: { "\($0)" == expected }
        }
    }
}
