import PlivoSimulator
import Testing

@Suite struct RequestAdmissionTests {
    private let authorization = SimulatorSettings().authorization

    private func admission(_ configure: (inout SimulatorSettings) -> Void = { _ in }) -> RequestAdmission {
        var settings = SimulatorSettings()
        configure(&settings)
        return RequestAdmission(settings: settings)
    }

    /// The status with which a request is refused; nil if it is carried out.
    private func refusal(
        _ admission: RequestAdmission,
        isMakeCall: Bool = true,
        at now: Moment = Samples.start
    ) -> Int? {
        let decision = admission.decide(isMakeCall: isMakeCall, authorization: authorization, at: now)
        guard case .refuse(let response) = decision else { return nil }
        return response.status
    }

    @Test(arguments: [nil, "", "Basic", "Basic TUE6eA==", "Bearer x"])
    func refusesWrongCredentials(authorization: String?) {
        let decision = admission().decide(isMakeCall: true, authorization: authorization, at: Samples.start)
        #expect(decision == .refuse(.unauthorized))
    }

    @Test func limitsRequestsInAnyFiveSeconds() {
        let admission = admission { $0.requestsPer5Seconds = 3 }
        let milliseconds: [Int64] = [0, 1000, 4000, 4999, 5000, 5001, 6000]
        let refusals = milliseconds.map {
            refusal(admission, isMakeCall: false, at: Samples.start.adding(milliseconds: $0))
        }
        #expect(refusals == [nil, nil, nil, 429, nil, 429, nil])
    }

    @Test(arguments: [(402, true, 402), (402, false, nil), (401, true, 401), (401, false, 401)])
    func anAccountErrorRefusesRequests(status: Int, isMakeCall: Bool, expected: Int?) {
        let admission = admission { $0.accountError = status }
        #expect(refusal(admission, isMakeCall: isMakeCall) == expected)
    }

    @Test(arguments: [
        (Fault.http500After, RequestAdmission.Decision.acceptThenError), (.answerLost, .acceptThenClose),
        (.callbackLost, .accept),
    ])
    func faultsOfAcceptedRequests(fault: Fault, expected: RequestAdmission.Decision) {
        let admission = admission { $0.calls.faults = FaultRates([fault: 1]) }
        #expect(admission.decide(isMakeCall: true, authorization: authorization, at: Samples.start) == expected)
    }

    @Test(arguments: [(Fault.http429, 429), (.http500Before, 500)])
    func faultsThatRefuseRequests(fault: Fault, status: Int) {
        #expect(refusal(admission { $0.calls.faults = FaultRates([fault: 1]) }) == status)
    }

    @Test func pollingDoesNotChangeTheFaultsOfMakeCallRequests() {
        func faultyRequests(polls: Int) -> [Int] {
            let admission = admission {
                $0.calls.faults = FaultRates([.answerLost: 0.3])
                $0.requestsPer5Seconds = 10_000
            }
            return (0..<100).filter { _ in
                for _ in 0..<polls { _ = refusal(admission, isMakeCall: false) }
                return admission.decide(isMakeCall: true, authorization: authorization, at: Samples.start)
                    == .acceptThenClose
            }
        }
        #expect(faultyRequests(polls: 0) == faultyRequests(polls: 3))
        #expect((15...45).contains(faultyRequests(polls: 0).count))
    }
}
