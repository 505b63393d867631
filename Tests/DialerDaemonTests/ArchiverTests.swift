import CampaignFiles
import DialerCore
import DialerDaemon
import DialerStore
import DialerTestSupport
import Foundation
import Logging
import TestSupport
import Testing

/// A campaign leaves the database only when its results are on disk.
struct ArchiverTests {
    private let scratch: Scratch
    private let archiver: Archiver
    private var store: Store { scratch.store }
    private var folder: CampaignFolder { scratch.folder }
    private var later: WallTime { scratch.now + .seconds(1) }

    init() throws {
        scratch = try Scratch()
        archiver = Archiver(
            store: scratch.store,
            folder: scratch.folder,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    @Test func resultsAreOnDiskBeforeTheRowsGo() async throws {
        try scratch.finishedCampaign("spring", contacts: 0..<250)
        try scratch.finishedCampaign("summer", contacts: 300..<301)
        try scratch.finishedCampaign("late", contacts: 400..<401, at: later)
        // An old file is replaced.
        try makeFolder(folder.acceptedPath(campaign: "summer"))
        try Data("old".utf8).write(to: URL(filePath: folder.resultsPath(campaign: "summer")))

        try await archiver.round(endedBefore: later)
        #expect(try rows("spring") == 0 && rows("summer") == 0 && rows("late") == 1)
        let lines = try #require(results("spring")).split(separator: "\n")
        #expect(lines.count == 251)
        #expect(lines.first?.hasPrefix("row,to,") == true && lines.last?.hasPrefix("251,+15550000249,") == true)
        #expect(results("summer")?.split(separator: "\n").count == 2)
        #expect(results("late") == nil)
        #expect(try store.archivedAt(campaign: "spring") != nil && store.archivedAt(campaign: "late") == nil)

        // The database has no rows any more, so the next round must not write the file again.
        let written = results("spring")
        try await archiver.round(endedBefore: later)
        #expect(results("spring") == written)
    }

    @Test func withoutItsResultsFileACampaignStays() async throws {
        try scratch.finishedCampaign("spring", contacts: 0..<3)
        try scratch.finishedCampaign("summer", contacts: 10..<11)
        try scratch.finishedCampaign("late", contacts: 20..<21, at: later)
        // A file is in the place of the folder.
        let obstacle = folder.acceptedPath(campaign: "spring")
        try Data().write(to: URL(filePath: obstacle))
        await #expect(throws: FolderError.self) { try await archiver.round(endedBefore: later) }
        #expect(try store.archivedAt(campaign: "spring") == nil && rows("spring") == 3)
        #expect(
            try store.archivedAt(campaign: "summer") != nil && rows("summer") == 0,
            "the files of other campaigns can be written"
        )

        try FileManager.default.removeItem(atPath: obstacle)
        try await archiver.round(endedBefore: later)
        #expect(try store.archivedAt(campaign: "spring") != nil && rows("spring") == 0)
    }

    @Test func aCancelledRoundLeavesThemForTheNext() async throws {
        try scratch.finishedCampaign("spring", contacts: 0..<3)
        let round = Task { [archiver, later] in
            withUnsafeCurrentTask { $0?.cancel() }
            try await archiver.round(endedBefore: later)
        }
        await #expect(throws: CancellationError.self) { try await round.value }
        #expect(try store.archivedAt(campaign: "spring") == nil && rows("spring") == 3 && results("spring") == nil)
    }

    private func results(_ campaign: String) -> String? {
        FileManager.default.contents(atPath: folder.resultsPath(campaign: campaign))
            .map { String(decoding: $0, as: UTF8.self) }
    }

    private func rows(_ campaign: String) throws -> Int { try store.resultCount(ofCampaign: campaign) }
}
