import DialerCore
import Foundation
import Testing

struct OutcomeTests {
    private static let someTime = WallTime(milliseconds: 1)

    @Test(arguments: [
        (3010, Outcome.busy), (3100, .busy), (3000, .noAnswer), (6010, .noAnswer), (3020, .rejected), (3110, .rejected),
        (9100, .machine), (0, .failed), (1000, .failed), (2000, .failed), (3050, .failed), (4000, .failed),
        (5010, .failed), (7011, .failed), (8011, .failed), (12_345, .failed),
    ])
    func byCodeWithoutAnAnswer(code: Int, outcome: Outcome) {
        #expect(Outcome(CallEnd(causeCode: code, status: "completed"), isMachine: false) == outcome)
    }

    @Test func theDocumentedTableHasTheCodesOfEachOutcome() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/state-machine.md")
        let rows = try String(contentsOf: page, encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix("|") }
        for cause in HangupCause.all where cause.outcome != .failed {
            let row = rows.first { $0.hasSuffix("| `\(cause.outcome.rawValue)` |") }
            let isNamed = row?.contains("\(cause.code)") == true
            #expect(isNamed, "docs/state-machine.md: \(cause.code) means \(cause.outcome.rawValue)")
        }
    }

    @Test func endsThatWereAskedForAreNoSignOfTrouble() {
        #expect(HangupCause.all.filter(\.isIntended).map(\.code) == [1000, 6000])
        #expect(!HangupCause.isIntended(3000) && !HangupCause.isIntended(12_345))
        #expect(HangupCause.name(3010) == "Busy Line" && HangupCause.name(12_345) == nil)
    }

    @Test(arguments: [3010, 4000, 4010, 6000, 8011])
    func whoeverPickedUpAnswered(code: Int) {
        let end = CallEnd(causeCode: code, answeredAt: Self.someTime)
        #expect(Outcome(end, isMachine: false) == .answered)
        #expect(Outcome(end, isMachine: true) == .machine)
    }

    @Test(arguments: [
        ("busy", Outcome.busy), ("no-answer", .noAnswer), ("timeout", .noAnswer), ("failed", .failed),
        ("cancel", .failed),
        ("completed", .unknown), ("", .unknown),
    ])
    func byStatusWhereTheCodeIsMissing(status: String, outcome: Outcome) {
        #expect(Outcome(CallEnd(status: status), isMachine: false) == outcome)
    }

    @Test func aRetryCountsFromTheEndOfTheCallUntilTheAttemptsAreUsedUp() {
        let retry = RetryPolicy(maxAttempts: 3, delays: [.busy: .seconds(600)])
        let end = WallTime(milliseconds: 1000)
        let again = Disposition.retry(at: WallTime(milliseconds: 601_000))
        #expect(Disposition(outcome: .busy, attempts: 1, endedAt: end, retry: retry) == again)
        #expect(Disposition(outcome: .busy, attempts: 2, endedAt: end, retry: retry) == again)
        #expect(Disposition(outcome: .busy, attempts: 3, endedAt: end, retry: retry) == .finish(.busy))
        #expect(Disposition(outcome: .noAnswer, attempts: 1, endedAt: end, retry: retry) == .finish(.noAnswer))
        #expect(Disposition(outcome: .busy, attempts: 1, endedAt: end, retry: RetryPolicy()) == .finish(.busy))
    }
}
