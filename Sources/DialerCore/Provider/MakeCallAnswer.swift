/// The answer to one make-call request: above all, whether a destination may have been called.
package enum MakeCallAnswer: Hashable, Sendable {
    /// 2xx with identifiers, normally as many as destinations. Plivo does not promise their order.
    case accepted(uuids: [CallUUID], invalidNumbers: [String])
    /// No call was placed.
    case refused(Refusal)
    /// Plivo may or may not have placed the calls.
    case unclear(Doubt)
}

/// An answer that proves that no call was placed (docs/state-machine.md, "What an answer to a make-call request
/// means").
package enum Refusal: Hashable, Sendable {
    /// 400, and every 4xx without a case of its own; the message is Plivo's.
    case badRequest(status: Int, message: String)
    /// 401: the auth id or token is wrong.
    case unauthorized(message: String)
    /// 402: the balance is too low.
    case paymentRequired(message: String)
    /// 403: a destination or the whole account is barred; the status does not show which.
    case forbidden(message: String)
    /// 404: no such account, or a wrong `base_url`.
    case notFound(message: String)
    /// 429, with the time of its `Retry-After`, if it has one.
    case rateLimited(retryAfter: Duration?)
    /// The request never began to leave: name resolution, connecting or the TLS handshake failed.
    case neverConnected(reason: String)
}

/// Why it is not known whether the calls of a request were placed.
package enum Doubt: Hashable, Sendable {
    /// 5xx, or 3xx, which is never followed.
    case status(Int)
    /// No complete answer within `request_timeout`.
    case timedOut
    /// The connection broke after the request began to leave.
    case connectionLost(reason: String)
    /// 2xx without any usable identifier.
    case unusableBody
    /// 2xx with fewer or more identifiers than destinations.
    case miscounted(calls: Int, destinations: Int)
    /// The daemon stopped after it had stored the attempt and before the answer came.
    case restarted
}
