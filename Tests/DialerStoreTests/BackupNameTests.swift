import DialerCore
import DialerStore
import Testing

struct BackupNameTests {
    private static let moment = WallTime(rfc3339: "2026-11-22T03:00:05Z")

    @Test func aNameHasTheTimeOfTheBackup() throws {
        let moment = try #require(Self.moment)
        let name = BackupName(at: moment + .milliseconds(900))
        #expect(name.fileName == "dialerd-20261122T030005Z.sqlite3")
        #expect(name.madeAt == moment)
        #expect(BackupName(name.fileName) == name)
    }

    @Test(arguments: [
        "", "dialerd-.sqlite3", "dialerd.sqlite3", "dialerd-before-schema-3.sqlite3",
        "dialerd-20261122T030005Z.sqlite3.part", "dialerd-20261122T030005Z.sqlite3-journal",
        ".dialerd-20261122T030005Z.sqlite3", "dialerd-20261122T030005.sqlite3", "dialerd-20261322T030005Z.sqlite3",
        "dialerd-20261122T030005Z-2.sqlite3", "dialerd-20261122 030005Z.sqlite3", "Dialerd-20261122T030005Z.sqlite3",
        "dialerd-２0261122T03000Z.sqlite3", "dialerd-20261122t030005z.sqlite3",
    ])
    func anyOtherNameIsRefused(name: String) {
        #expect(BackupName(name) == nil)
    }

    @Test(arguments: [(1, ["20261121T030000Z", "20251122T030000Z"]), (2, ["20251122T030000Z"]), (3, []), (9, [])])
    func theOldestAreSurplus(keep: Int, surplus: [String]) {
        let names = [
            "dialerd-20261121T030000Z.sqlite3", "notes.txt", "dialerd-20251122T030000Z.sqlite3",
            "dialerd-before-schema-2.sqlite3", "dialerd-20261122T030000Z.sqlite3",
        ]
        #expect(
            BackupName.surplus(in: names, keeping: keep).map(\.fileName)
                == surplus.map { "dialerd-\($0).sqlite3" }
        )
    }
}
