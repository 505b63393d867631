import CampaignFiles
import DialerCLI
import DialerCore
import DialerDaemon
import Foundation
import Testing

/// `results --format json` of an archived campaign, whose `results.csv` may be of another version of dialerd.
struct ArchivedResultsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        /// The names of the campaign's own columns, as the database has them.
        var own: [String]
        var csv: String
        /// The values in which the line's object differs from ``ArchivedResultsTests/common``.
        var expected: [String: String]
    }

    private static let common = [
        "row": "2", "to": "\"+1 415 555 0100\"", "outcome": "\"answered\"", "attempts": "1",
        "answered_at": "\"2026-11-22T09:00:00Z\"", "ended_at": "\"2026-11-22T09:00:30Z\"", "duration_s": "30",
        "hangup_cause_code": "4000", "hangup_cause_name": "\"Normal Hangup\"", "hangup_source": "\"Callee\"",
        "machine": "false", "call_uuid": "\"eac94337-b1cd-499b-82d1-b39bca50dc31\"", "cost": "\"0.01500\"",
        "columns": "{\"city\":\"Rome\"}",
    ]

    @Test(arguments: [
        Case(
            testDescription: "the columns of this version",
            own: ["city"],
            csv: """
                row,to,city,outcome,attempts,answered_at,ended_at,duration_s,hangup_cause_code,hangup_cause_name,\
                hangup_source,machine,call_uuid,cost
                2,+1 415 555 0100,Rome,answered,1,2026-11-22T09:00:00Z,2026-11-22T09:00:30Z,30,4000,Normal Hangup,\
                Callee,,eac94337-b1cd-499b-82d1-b39bca50dc31,0.01500
                """,
            expected: [:]
        ),
        Case(
            testDescription: "columns are missing",
            own: ["city"],
            csv: """
                row,to,city,outcome,attempts,answered_at,ended_at,duration_s,hangup_cause_code,hangup_cause_name,\
                call_uuid
                2,+1 415 555 0100,Rome,answered,1,2026-11-22T09:00:00Z,2026-11-22T09:00:30Z,30,4000,Normal Hangup,\
                eac94337-b1cd-499b-82d1-b39bca50dc31
                """,
            expected: ["hangup_source": "null", "machine": "null", "cost": "null"]
        ),
        Case(
            testDescription: "more columns, between the others and behind them",
            own: ["city"],
            csv: """
                row,to,city,outcome,voice,attempts,answered_at,ended_at,duration_s,hangup_cause_code,hangup_cause_name,\
                hangup_source,machine,call_uuid,cost,mood,columns
                2,+1 415 555 0100,Rome,answered,,1,2026-11-22T09:00:00Z,2026-11-22T09:00:30Z,30,4000,Normal Hangup,\
                Callee,true,eac94337-b1cd-499b-82d1-b39bca50dc31,0.01500,"glad, 1",x
                """,
            expected: ["machine": "true", "voice": "null", "mood": "\"glad, 1\""]
        ),
        Case(
            testDescription: "own columns with the names of results columns",
            own: ["cost", "row", "outcome", "mood"],
            csv: """
                row,to,cost,row,outcome,mood,outcome,attempts,answered_at,ended_at,duration_s,hangup_cause_code,\
                hangup_cause_name,hangup_source,machine,call_uuid,mood
                2,+1 415 555 0100,7,8,lost,sad,answered,1,2026-11-22T09:00:00Z,2026-11-22T09:00:30Z,30,4000,\
                Normal Hangup,Callee,,eac94337-b1cd-499b-82d1-b39bca50dc31,glad
                """,
            expected: [
                "columns": "{\"cost\":\"7\",\"mood\":\"sad\",\"outcome\":\"lost\",\"row\":\"8\"}",
                "cost": "null", "mood": "\"glad\"",
            ]
        ),
        Case(
            testDescription: "a contact without an outcome",
            own: [],
            csv: """
                row,to,outcome,attempts,answered_at,ended_at,duration_s,hangup_cause_code,hangup_cause_name,\
                hangup_source,machine,call_uuid,cost
                2,+1 415 555 0100,,1,,,,,,,,,0.01500
                """,
            expected: [
                "columns": "{}", "outcome": "null", "answered_at": "null", "ended_at": "null", "duration_s": "null",
                "hangup_cause_code": "null", "hangup_cause_name": "null", "hangup_source": "null", "call_uuid": "null",
            ]
        ),
    ])
    func columnsAreFoundByTheirNames(_ example: Case) throws {
        let line = try #require(try Self.lines(of: example.csv, own: example.own).first)
        let expected = Self.common.merging(example.expected) { $1 }
        let pairs = expected.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }
        #expect(line == "{\(pairs.joined(separator: ","))}\n")
    }

    @Test func theManualListsTheColumns() throws {
        let manual = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/cli.md")
        let text = try String(contentsOf: manual, encoding: .utf8)
        let columns = ResultsTable.header(ownColumns: [])
        #expect(text.contains("`\(columns.prefix(2).joined(separator: ","))`"))
        #expect(text.contains("`\(columns.dropFirst(2).joined(separator: ","))`"))
    }

    @Test(arguments: [
        ("row,to,town,outcome\n2,x,Rome,busy\n", "another column of the campaign"),
        ("row,to,outcome\n2,x,busy\n", "without the campaign's column"), ("to,row,city\n", "leading columns"),
        ("", "empty"), ("row,to,city,outcome\n2,x,Rome\n", "a short line"),
        ("row,to,city,outcome\n2,x,Rome,busy,1\n", "a long line"),
        ("row,to,city,outcome,attempts\n2,x,Rome,busy,one\n", "no integer"),
        ("row,to,city,outcome\n2,x,\"Rome\n", "cut off"),
    ])
    func aChangedFileIsNotPrinted(csv: String, change: String) {
        #expect(throws: (any Error).self, "\(change)") { try Self.lines(of: csv, own: ["city"]) }
    }

    private static func lines(of csv: String, own: [String]) throws -> [String] {
        let path = FileManager.default.temporaryDirectory.appending(path: "results-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let folder = CampaignFolder(path: path)
        try FileManager.default.createDirectory(
            atPath: folder.acceptedPath(campaign: "spring"),
            withIntermediateDirectories: true
        )
        try Data(csv.utf8).write(to: URL(filePath: folder.resultsPath(campaign: "spring")))
        let file = ResultsFile(campaign: "spring", in: folder)
        var lines: [String] = []
        try ArchivedResults(file, archivedAt: WallTime(milliseconds: 0)).forEachJSONLine(ownColumns: own) {
            lines.append($0)
        }
        return lines
    }
}
