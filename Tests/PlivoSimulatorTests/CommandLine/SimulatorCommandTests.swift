import ArgumentParser
import PlivoSimulator
import Testing

@Suite struct SimulatorCommandTests {
    @Test func defaults() throws {
        let settings = try SimulatorCommand.parse([]).settings()
        #expect(settings.listen == ListenAddress(host: "127.0.0.1", port: 8481))
        #expect(settings.calls.callsPerSecond == 2)
        #expect(settings.calls.seed == 1)
        #expect(settings.calls.speed == 1)
        #expect(settings.calls.shares == .standard)
        #expect(settings.makeCallStatus == 201)
        #expect(settings.requestsPer5Seconds == 300)
    }

    @Test func everyFlagHasItsEffect() throws {
        let settings = try SimulatorCommand.parse([
            "--listen", "[::1]:0", "--auth-id", "MAX", "--auth-token", "t", "--cps", "500", "--seed", "9", "--speed",
            "100",
            "--outcomes", "answered=1,rejected=3", "--fault", "http-429=0.5", "--fault", "cdr-late=1", "--refuse",
            "0400=400",
            "--refuse", "0403=403", "--account-error", "402", "--time-zone", "Asia/Kolkata", "--legacy-uuids",
            "--shuffle-uuids", "--withdraw-silently", "--status-code", "200", "--cdr-delay", "0.5",
            "--api-requests-per-5s", "1000", "--callback-late-by", "1", "--cdr-late-by", "2", "--callback-connections",
            "8",
        ]).settings()
        #expect(settings.listen == ListenAddress(host: "::1", port: 0))
        #expect(settings.authorization == "Basic TUFYOnQ=")
        #expect(settings.calls.callsPerSecond == 500)
        #expect(settings.calls.seed == 9)
        #expect(settings.calls.speed == 100)
        #expect(settings.calls.shares == OutcomeShares(weights: [.answered: 1, .rejected: 3]))
        #expect(settings.calls.faults == FaultRates([.http429: 0.5, .cdrLate: 1]))
        #expect(settings.refusalRules.map(\.status) == [400, 403])
        #expect(settings.accountError == 402)
        #expect(settings.calls.legacyUUIDs && settings.calls.shufflesUUIDs)
        #expect(settings.calls.withdrawsSilently)
        #expect(settings.makeCallStatus == 200)
        #expect(settings.calls.cdrDelayMilliseconds == 500)
        #expect(settings.requestsPer5Seconds == 1000)
        #expect(settings.calls.callbackLateMilliseconds == 1000)
        #expect(settings.calls.cdrLateMilliseconds == 2000)
        #expect(settings.callbackConnections == 8)
    }

    @Test(arguments: [
        ["--listen", "0.0.0.0:8481"], ["--listen", "example.com:1"], ["--listen", "127.0.0.1"],
        ["--listen", "127.0.0.1:x"],
        ["--listen", "127.0.0.1:1/v1"], ["--listen", "8481"], ["--auth-id", ""], ["--auth-id", "a/b"],
        ["--auth-token", ""],
        ["--cps", "0"], ["--cps", "-1"], ["--cps", "x"], ["--cps", "inf"], ["--cps", "nan"], ["--seed", "-1"],
        ["--speed", "0"], ["--outcomes", ""], ["--outcomes", "answered"], ["--outcomes", "answered=0"],
        ["--outcomes", "asleep=1"], ["--outcomes", "cancelled=1"], ["--outcomes", "busy=1,busy=2"],
        ["--fault", "http-429"],
        ["--fault", "http-429=2"], ["--fault", "nonsense=0.1"], ["--fault", "cdr-late=0.1", "--fault", "cdr-late=0.2"],
        ["--refuse", "0400"], ["--refuse", "0400=200"], ["--refuse", "x=400"], ["--refuse", "=400"],
        ["--account-error", "200"], ["--time-zone", "Mars"], ["--status-code", "404"], ["--status-code", "204"],
        ["--cdr-delay", "-1"], ["--api-requests-per-5s", "0"], ["--callback-connections", "0"], ["--unknown"],
        ["extra"],
    ])
    func refusesInOneSentence(arguments: [String]) {
        do {
            _ = try SimulatorCommand.parse(arguments)
            Issue.record("accepted")
        } catch {
            #expect(SimulatorCommand.exitCode(for: error).rawValue == 64)
            #expect(!SimulatorCommand.message(for: error).isEmpty)
        }
    }
}
