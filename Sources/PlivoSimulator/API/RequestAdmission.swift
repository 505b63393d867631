import Foundation
import Synchronization

/// Decides, before an API request is carried out, whether it is refused and whether a fault changes its response. Any
/// thread may use it.
package final class RequestAdmission: Sendable {
    package enum Decision: Equatable, Sendable {
        /// The request is not carried out.
        case refuse(APIResponse)
        /// The request is carried out, and its response is sent.
        case accept
        /// The request is carried out, and 500 is sent in place of its response.
        case acceptThenError
        /// The request is carried out, and the connection is closed without a response.
        case acceptThenClose
    }

    private struct State {
        var rateLimiter: RateLimiter
        var apiIDs: UUIDGenerator
        /// Make-call requests and others are counted apart, so that polling does not change the faults of make-call
        /// requests.
        var makeCalls = 0
        var others = 0
        var requests = 0
    }

    private let settings: SimulatorSettings
    private let state: Mutex<State>

    package init(settings: SimulatorSettings) {
        self.settings = settings
        let apiIDs = UUIDGenerator(nonce: settings.calls.nonce, series: "api")
        state = Mutex(State(rateLimiter: RateLimiter(limit: settings.requestsPer5Seconds), apiIDs: apiIDs))
    }

    /// The number of API requests of all kinds, refused ones included.
    var requests: Int { state.withLock { $0.requests } }

    /// Makes the `api_id` of a response.
    func makeAPIID() -> UUID {
        state.withLock { $0.apiIDs.next() }
    }

    /// - Parameter authorization: the request's `Authorization` header.
    package func decide(isMakeCall: Bool, authorization: String?, at now: Moment) -> Decision {
        state.withLock { state in
            func refuse(_ status: Int) -> Decision { .refuse(.error(status, apiID: state.apiIDs.next())) }

            state.requests += 1
            guard authorization == settings.authorization else { return .refuse(.unauthorized) }
            guard state.rateLimiter.admit(at: now) else { return refuse(429) }
            if settings.accountError == 401 { return .refuse(.unauthorized) }
            if let status = settings.accountError, isMakeCall { return refuse(status) }

            let ordinal = isMakeCall ? state.makeCalls : state.others
            if isMakeCall { state.makeCalls += 1 } else { state.others += 1 }
            let subject = isMakeCall ? "make-call" : "other"
            func occurs(_ fault: Fault) -> Bool {
                let calls = settings.calls
                return calls.faults.occurs(fault, seed: calls.seed, subject: subject, ordinal: ordinal)
            }
            if occurs(.http429) { return refuse(429) }
            if occurs(.http500Before) { return refuse(500) }
            if occurs(.http500After) { return .acceptThenError }
            if occurs(.answerLost) { return .acceptThenClose }
            return .accept
        }
    }
}
