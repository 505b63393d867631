/// What stands before every API request: credentials, rate limit, an account that is in trouble, and bad luck.
package struct Gate: Sendable {
    package enum Decision: Equatable, Sendable {
        /// Refused; nothing is carried out.
        case refuse(APIAnswer)
        /// Carried out, and the answer is sent.
        case pass
        /// Carried out, and 500 is sent.
        case passThenError
        /// Carried out, and the connection is cut.
        case passThenCut
    }

    private let settings: SimulatorSettings
    private var budget: RequestBudget
    private var identifiers: IdentifierMint
    /// Make-call requests and others are counted apart: how often a client polls must not change the faults of its calls.
    private var makeCalls = 0
    private var others = 0
    /// API requests of all kinds, refused ones included.
    package private(set) var requests = 0

    package init(settings: SimulatorSettings, nonce: UInt64) {
        self.settings = settings
        budget = RequestBudget(limit: settings.requestsPer5Seconds)
        identifiers = IdentifierMint(nonce: nonce, series: "api")
    }

    /// The `api_id` of the next answer.
    package mutating func nextAPIID() -> Identifier {
        identifiers.next()
    }

    package mutating func decide(isMakeCall: Bool, authorization: String?, at now: Moment) -> Decision {
        requests += 1
        guard authorization == settings.authorization else { return .refuse(.unauthorized) }
        guard budget.take(at: now) else { return refuse(429) }
        if let status = settings.accountError, isMakeCall || status == 401 { return refuse(status) }

        let ordinal = isMakeCall ? makeCalls : others
        if isMakeCall { makeCalls += 1 } else { others += 1 }
        func strikes(_ fault: Fault) -> Bool {
            let subject = isMakeCall ? "make-call" : "other"
            return settings.switchboard.faults.strikes(
                fault,
                seed: settings.switchboard.seed,
                subject: subject,
                ordinal: ordinal
            )
        }
        if strikes(.http429) { return refuse(429) }
        if strikes(.http500Before) { return refuse(500) }
        if strikes(.http500After) { return .passThenError }
        if strikes(.answerLost) { return .passThenCut }
        return .pass
    }

    private mutating func refuse(_ status: Int) -> Decision {
        if status == 401 { return .refuse(.unauthorized) }
        return .refuse(.error(status, RefusalText.text(status), apiID: nextAPIID()))
    }
}
