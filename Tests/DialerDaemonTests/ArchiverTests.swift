import CampaignFiles
import DialerCore
import DialerDaemon
import DialerStore
import Foundation
import Logging
import Testing

/// A campaign leaves the database only when its results are on disk.
final class ArchiverTests {
    private let directory: URL
    private let store: Store
    private let folder: CampaignFolder
    private let archiver: Archiver
    private let now = WallTime(milliseconds: 1_764_000_000_000)
    private var later: WallTime { now + .seconds(1) }

    init() throws {
        directory = FileManager.default.temporaryDirectory.appending(path: "dialerd-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        store = try Store(path: directory.appending(path: "dialerd.sqlite3").path)
        folder = CampaignFolder(path: directory.appending(path: "campaigns").path)
        try folder.prepare()
        archiver = Archiver(
            store: store,
            folder: folder,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    deinit {
        try? FileManager.default.removeItem(at: directory)
    }

    @Test func resultsAreOnDiskBeforeTheRowsGo() async throws {
        try finishedCampaign("spring", numbers: 0..<250)
        try finishedCampaign("summer", numbers: 300..<301)
        try finishedCampaign("late", numbers: 400..<401, at: later)
        // An old one is written anew.
        try FileManager.default.createDirectory(
            atPath: folder.acceptedPath(campaign: "summer"),
            withIntermediateDirectories: true
        )
        try Data("old".utf8).write(to: URL(filePath: folder.resultsPath(campaign: "summer")))

        try await archiver.round(endedBefore: later)
        #expect(try rows("spring") == 0 && rows("summer") == 0 && rows("late") == 1)
        let lines = try #require(results("spring")).split(separator: "\n")
        #expect(lines.count == 251)
        #expect(lines.first?.hasPrefix("row,to,") == true && lines.last?.hasPrefix("251,+15552000249,") == true)
        #expect(results("summer")?.split(separator: "\n").count == 2)
        #expect(results("late") == nil)
        #expect(try store.archivedAt(campaign: "spring") != nil && store.archivedAt(campaign: "late") == nil)

        // It is all there is now: the next round does not write it anew.
        let written = results("spring")
        try await archiver.round(endedBefore: later)
        #expect(results("spring") == written)
    }

    @Test func withoutItsResultsFileACampaignStays() async throws {
        try finishedCampaign("spring", numbers: 0..<3)
        try finishedCampaign("summer", numbers: 10..<11)
        try finishedCampaign("late", numbers: 20..<21, at: later)
        // Where the folder should be there is a file.
        let obstacle = folder.acceptedPath(campaign: "spring")
        try Data().write(to: URL(filePath: obstacle))
        await #expect(throws: FolderError.self) { try await self.archiver.round(endedBefore: self.later) }
        #expect(try store.archivedAt(campaign: "spring") == nil && rows("spring") == 3)
        #expect(try store.archivedAt(campaign: "summer") != nil && rows("summer") == 0, "the others' files are well")

        try FileManager.default.removeItem(atPath: obstacle)
        try await archiver.round(endedBefore: later)
        #expect(try store.archivedAt(campaign: "spring") != nil && rows("spring") == 0)
    }

    @Test func aCancelledRoundLeavesThemForTheNext() async throws {
        try finishedCampaign("spring", numbers: 0..<3)
        let round = Task { [archiver, later] in
            withUnsafeCurrentTask { $0?.cancel() }
            try await archiver.round(endedBefore: later)
        }
        await #expect(throws: CancellationError.self) { try await round.value }
        #expect(try store.archivedAt(campaign: "spring") == nil && rows("spring") == 3 && results("spring") == nil)
    }

    /// Everybody is on the do-not-call list, so that it is over as soon as it is imported.
    private func finishedCampaign(_ name: String, numbers: Range<Int>, at instant: WallTime? = nil) throws {
        let instant = instant ?? now
        let destinations = numbers.map { Destination.phone(15_552_000_000 + Int64($0)) }
        _ = try store.addDoNotCall(destinations, reason: "", source: "test", at: instant)
        let settings = CampaignSettings(
            callerIDs: ["14155550100"],
            arguments: [.answerURL: .text("https://example.com/answer.xml")]
        )
        let campaign = NewCampaign(
            name: name,
            settings: settings,
            columns: [],
            fileName: name + ".csv",
            settingsFileName: nil,
            fileSHA256: name
        )
        let importer = try Importer(campaign, store: store, at: instant)
        try importer.add(
            destinations.enumerated().map { index, destination in
                NewContact(
                    destination: destination,
                    row: index + 2,
                    typed: "+" + destination.text,
                    overrides: [:],
                    values: []
                )
            }
        )
        try importer.commit(rows: numbers.count, rejected: 0, at: instant)
        try store.write { transaction in
            try transaction.complete(importer.campaign, as: .completed, at: instant)
            try transaction.markExported(importer.campaign)
        }
        try store.markFiled(importer.campaign)
    }

    private func results(_ campaign: String) -> String? {
        FileManager.default.contents(atPath: folder.resultsPath(campaign: campaign))
            .map { String(decoding: $0, as: UTF8.self) }
    }

    private func rows(_ campaign: String) throws -> Int {
        var count = 0
        try store.forEachResult(ofCampaign: campaign) { count += $0.count }
        return count
    }
}
