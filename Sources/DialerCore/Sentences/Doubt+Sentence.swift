extension Doubt {
    package var sentence: String {
        switch self {
        case .status(let code): "Plivo answered \(code)"
        case .timedOut: "Plivo did not answer in time"
        case .connectionLost(let reason): "the connection broke (\(reason))"
        case .unusableBody: "Plivo's answer named no call"
        case .miscounted(let calls, let destinations): "Plivo named \(calls) calls for \(destinations) destinations"
        case .restarted: "the daemon stopped before the answer came"
        }
    }
}
