import Testing

/// Each rule on a good and on a bad line.
struct RulesTests {
    @Test(arguments: [
        ("import DialerCore", [Int]()), ("package import DialerCore", []), ("// import GRDB would be wrong", []),
        ("    let important = 1", []), ("import GRDB", [1]), ("package import GRDB", [1]),
        ("@preconcurrency import GRDB", [1]),
        ("import struct GRDB.Row", [1]),
    ])
    func imports(line: String, bad: [Int]) {
        #expect(Rules.importsBeyond(["DialerCore"], [line[...]]) == bad)
    }

    @Test(arguments: [
        ("Int.random(in: 0...3, using: &generator)", [Int]()), ("Int.random(in: 0...3)", [1]),
        ("let now = ContinuousClock.now", [1]), ("func step(at now: Now)", []),
    ])
    func purity(line: String, bad: [Int]) {
        #expect(Rules.impurities([line[...]]) == bad)
    }

    @Test(arguments: [
        ("let formatter = ISO8601DateFormatter()", [1]), ("let zone = TimeZone(identifier: name)", [1]),
        ("let zone = AccountTimeZone(rules: rules)", [Int]()),
    ])
    func needsOfICU(line: String, bad: [Int]) {
        #expect(Rules.needsOfICU([line[...]]) == bad)
    }

    @Test func unmarkedTests() {
        #expect(Rules.unmarkedTests(["    @Test", "    func testOne() {}"]) == [])
        #expect(Rules.unmarkedTests(["    func testOne() {}"]) == [1])
        #expect(Rules.unmarkedTests(["", "    func testing() {}"]) == [2])
    }

    @Test(arguments: [
        ("try await Task.sleep(for: .seconds(1))", [1]), ("await gate.passed()", [Int]()),
        ("try await clock.sleep(until: end)", [1]), ("nanosleep(&time, nil)", [1]), ("let asleep = 1", []),
        (#"try run("sh", "-c", "sleep 1")"#, [1]), ("queue.asyncAfter(deadline: .now() + 1) {}", [1]),
        ("let timer = DispatchSource.makeTimerSource()", [1]), ("isDone.wait(timeout: .now() + 60)", [1]),
        ("isDone.wait()", []), (" poll(&waits, 2, 500)", [1]), (" poll(&waits, 2, -1)", []),
        ("while try await !isReady() {}", [1]), ("while try await look() { count += 1 }", []),
        ("guard ContinuousClock.now < end else { return }", [1]), ("let start = ContinuousClock.now", []),
    ])
    func sleeps(line: String, bad: [Int]) {
        #expect(Rules.sleeps([line[...]]) == bad)
    }

    @Test(arguments: [
        ("@Test(.disabled(\"later\"))", [1]), ("@testable import DialerCore", [1]), ("@Test func one() {}", [Int]()),
    ])
    func disabled(line: String, bad: [Int]) {
        #expect(Rules.disabledTests([line[...]]) == bad)
    }

    @Test(arguments: [("// TODO later", [1]), ("let x = try! y()", [1]), ("let todo = 1", [Int]())])
    func leftOvers(line: String, bad: [Int]) {
        #expect(Rules.leftOvers([line[...]]) == bad)
    }
}
