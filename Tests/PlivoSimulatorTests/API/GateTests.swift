import PlivoSimulator
import Testing

@Suite struct GateTests {
    private func gate(_ configure: (inout SimulatorSettings) -> Void = { _ in }) -> (Gate, SimulatorSettings) {
        var settings = SimulatorSettings()
        configure(&settings)
        return (Gate(settings: settings, nonce: 1), settings)
    }

    @Test(arguments: [nil, "", "Basic", "Basic TUE6eA==", "Bearer x"])
    func refusesWrongCredentials(authorization: String?) {
        var (gate, _) = gate()
        let decision = gate.decide(isMakeCall: true, authorization: authorization, at: Samples.start)
        #expect(decision == .refuse(.unauthorized))
    }

    @Test func limitsRequestsInAnyFiveSeconds() {
        var (gate, settings) = gate { $0.requestsPer5Seconds = 3 }
        func isRefused(_ gate: inout Gate, _ milliseconds: Int64) -> Bool {
            let now = Samples.start.adding(milliseconds: milliseconds)
            if case .refuse(let answer) = gate.decide(isMakeCall: false, authorization: settings.authorization, at: now)
            {
                #expect(answer.status == 429)
                return true
            }
            return false
        }
        #expect([0, 1000, 4000].allSatisfy { !isRefused(&gate, $0) })
        #expect(isRefused(&gate, 4999))
        #expect(!isRefused(&gate, 5000))
        #expect(isRefused(&gate, 5001))
        #expect(!isRefused(&gate, 6000))
    }

    @Test(arguments: [(402, true, true), (402, false, false), (401, true, true), (401, false, true)])
    func anAccountMayFailAsAWhole(status: Int, isMakeCall: Bool, isRefused: Bool) {
        var (gate, settings) = gate { $0.accountError = status }
        let decision = gate.decide(isMakeCall: isMakeCall, authorization: settings.authorization, at: Samples.start)
        guard case .refuse(let answer) = decision else {
            #expect(!isRefused)
            return
        }
        #expect(isRefused)
        #expect(answer.status == status)
    }

    @Test(arguments: [
        (Fault.http500After, Gate.Decision.passThenError), (.answerLost, .passThenCut), (.callbackLost, .pass),
    ])
    func faultsAfterAccepting(fault: Fault, expected: Gate.Decision) {
        var (gate, settings) = gate { $0.switchboard.faults = FaultRates([fault: 1]) }
        #expect(gate.decide(isMakeCall: true, authorization: settings.authorization, at: Samples.start) == expected)
    }

    @Test(arguments: [(Fault.http429, 429), (.http500Before, 500)])
    func faultsInsteadOfAccepting(fault: Fault, status: Int) {
        var (gate, settings) = gate { $0.switchboard.faults = FaultRates([fault: 1]) }
        let decision = gate.decide(isMakeCall: true, authorization: settings.authorization, at: Samples.start)
        guard case .refuse(let answer) = decision else {
            Issue.record("accepted")
            return
        }
        #expect(answer.status == status)
    }

    @Test func pollingDoesNotChangeTheFaultsOfCalls() {
        func victims(polls: Int) -> [Int] {
            var (gate, settings) = gate {
                $0.switchboard.faults = FaultRates([.answerLost: 0.3])
                $0.requestsPer5Seconds = 10_000
            }
            return (0..<100).filter { _ in
                for _ in 0..<polls {
                    _ = gate.decide(isMakeCall: false, authorization: settings.authorization, at: Samples.start)
                }
                return gate.decide(isMakeCall: true, authorization: settings.authorization, at: Samples.start)
                    == .passThenCut
            }
        }
        #expect(victims(polls: 0) == victims(polls: 3))
        #expect((15...45).contains(victims(polls: 0).count))
    }
}
