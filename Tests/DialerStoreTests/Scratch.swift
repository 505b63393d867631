import DialerCore
import DialerStore
import Foundation

/// A database in a folder of its own, removed afterwards.
final class Scratch {
    let directory: URL
    var path: String { directory.appendingPathComponent("dialerd.sqlite3").path }
    let now = WallTime(milliseconds: 1_764_000_000_000)

    init() throws {
        directory = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: directory)
    }

    func store() throws -> Store { try Store(path: path) }

    static func new(_ name: String = "spring", columns: [String] = ["name"], startAt: WallTime? = nil) -> NewCampaign {
        var settings = CampaignSettings(
            callerIDs: ["14155550100"],
            arguments: [.answerURL: .text("https://example.com/answer.xml")]
        )
        settings.startAt = startAt
        return NewCampaign(
            name: name,
            settings: settings,
            columns: columns,
            fileName: name + ".csv",
            settingsFileName: nil,
            fileSHA256: name
        )
    }

    static func contacts(_ range: Range<Int>) -> [NewContact] {
        range.map { index in
            NewContact(
                destination: .phone(15_550_000_000 + Int64(index)),
                row: index + 2,
                typed: "+1555000\(index)",
                overrides: index % 2 == 0 ? [:] : [.callerName: .text("odd")],
                values: ["Person \"\(index)\"\n\u{1}, é"]
            )
        }
    }
}
