extension Refusal {
    package var sentence: String {
        switch self {
        case .badRequest(let status, let message): "Plivo answered \(status): \(message)"
        case .unauthorized(let message): "Plivo does not accept the auth id or token (401: \(message))"
        case .paymentRequired(let message): "Plivo asks for payment (402: \(message))"
        case .forbidden(let message): "Plivo forbids the call (403: \(message))"
        case .notFound(let message):
            "Plivo knows no such account: plivo.auth_id or plivo.base_url is wrong (404: \(message))"
        case .rateLimited: "Plivo answered 429, too many requests"
        case .neverConnected(let reason): "Plivo cannot be reached (\(reason))"
        }
    }
}
