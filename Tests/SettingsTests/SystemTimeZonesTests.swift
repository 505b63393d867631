import DialerCore
import Foundation
import Settings
import TestSupport
import Testing

@Suite struct SystemTimeZonesTests {
    private let zones = SystemTimeZones()

    @Test(arguments: [
        "America/New_York", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "Etc/GMT-14", "Asia/Kathmandu",
    ])
    func zonesOfThisMachine(name: String) {
        #expect(zones.zone(name) != nil)
        #expect(zones.zone(name) == zones.zone(name), "from memory")
    }

    @Test func offsets() throws {
        let summer = try #require(WallTime(rfc3339: "2025-07-01T00:00:00Z"))
        #expect(zones.zone("America/New_York")?.offset(at: summer) == .seconds(-14_400))
        #expect(zones.zone("UTC") == TimeZoneRules(fixedOffset: 0))
    }

    @Test(arguments: [
        "", "/", "Mars/Olympus", "America", "America/", "/America/New_York", "America//New_York", "America/New_York/",
        "America/../America/New_York", "../zoneinfo/America/New_York", "./America/New_York", "america/new_york",
        "posix/America/New_York", "right/America/New_York", "EST", "localtime", "posixrules", "tzdata.zi",
        "America/New York",
        "America/New_York\0", "Amérique/Paris", String(repeating: "A/", count: 5000),
    ])
    func noZones(name: String) {
        #expect(zones.zone(name) == nil)
    }

    @Test func anotherDirectory() throws {
        let temporary = try TemporaryFolder()
        let folder = temporary.url
        try makeFolder(folder.appending(path: "Mars").path)
        try FileManager.default.copyItem(
            at: URL(filePath: "/usr/share/zoneinfo/Asia/Kathmandu"),
            to: folder.appending(path: "Mars/Olympus")
        )
        try Data("TZif of a kind".utf8).write(to: folder.appending(path: "Mars/Broken"))
        let zones = SystemTimeZones(environment: ["TZDIR": folder.path])
        #expect(zones.zone("Mars/Olympus")?.offset(at: .epoch) == .seconds(19_800))
        #expect(zones.zone("Mars/Broken") == nil)
        #expect(zones.zone("America/New_York") == nil)
        #expect(zones.zone("UTC") != nil, "needs no file")
        #expect(zones.problem == "there are no time zones in \(folder.path): install the package tzdata")
        #expect(SystemTimeZones(environment: ["TZDIR": "relative"]).zone("Asia/Tokyo") != nil)
    }

    @Test func aMachineWithoutZonesIsWarnedOf() throws {
        let configuration = try ConfigurationFixture().load("", environment: ["TZDIR": "/nowhere"])
        #expect(configuration.warnings == ["there are no time zones in /nowhere: install the package tzdata"])
        let problems = try ConfigurationFixture().problems(
            "plivo: {account_timezone: Asia/Tokyo}",
            environment: ["TZDIR": "/nowhere"]
        )
        #expect(problems.count == 1)
    }

    @Test func aThousandTasksAtOnce() async {
        let zones = zones
        await withTaskGroup(of: Bool.self) { group in
            for index in 0..<1000 {
                group.addTask { zones.zone(["Asia/Tokyo", "Europe/Paris", "Mars/Olympus"][index % 3]) == nil }
            }
            var missing = 0
            for await isMissing in group where isMissing { missing += 1 }
            #expect(missing == 333)
        }
    }
}
