import CampaignFiles
import DialerCore
import DialerStore
import Foundation

/// A database and a watched folder in a folder of their own, removed afterwards.
final class Scratch {
    let store: Store
    let folder: CampaignFolder
    let now = WallTime(milliseconds: 1_764_000_000_000)
    private let directory: URL

    init() throws {
        directory = FileManager.default.temporaryDirectory.appending(path: "dialerd-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        store = try Store(path: directory.appending(path: "dialerd.sqlite3").path)
        folder = CampaignFolder(path: directory.appending(path: "campaigns").path)
        try folder.prepare()
    }

    deinit {
        try? FileManager.default.removeItem(at: directory)
    }

    /// Of `+1 555 2xx xxxx`, where the do-not-call list has none of them.
    @discardableResult
    func campaign(_ name: String, numbers: Range<Int>, at instant: WallTime? = nil) throws -> CampaignID {
        let settings = CampaignSettings(
            callerIDs: ["14155550100"],
            arguments: [.answerURL: .text("https://example.com/answer.xml")]
        )
        let new = NewCampaign(
            name: name,
            settings: settings,
            columns: [],
            fileName: name + ".csv",
            settingsFileName: nil,
            fileSHA256: name
        )
        let importer = try Importer(new, store: store, at: instant ?? now)
        try importer.add(
            destinations(numbers).enumerated().map { index, destination in
                NewContact(
                    destination: destination,
                    row: index + 2,
                    typed: "+" + destination.text,
                    overrides: [:],
                    values: []
                )
            }
        )
        try importer.commit(rows: numbers.count, rejected: 0, at: instant ?? now)
        return importer.campaign
    }

    /// Everybody is on the do-not-call list, so that it is over as soon as it is imported.
    func finishedCampaign(_ name: String, numbers: Range<Int>, at instant: WallTime? = nil) throws {
        _ = try store.addDoNotCall(destinations(numbers), reason: "", source: "test", at: now)
        let campaign = try campaign(name, numbers: numbers, at: instant)
        try store.write { transaction in
            try transaction.apply(.finished(at: instant ?? now), to: campaign)
            try transaction.markExported(campaign)
        }
        try store.markFiled(campaign)
    }

    private func destinations(_ numbers: Range<Int>) -> [Destination] {
        numbers.map { .phone(15_552_000_000 + Int64($0)) }
    }
}
