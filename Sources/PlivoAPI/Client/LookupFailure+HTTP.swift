import DialerCore
import HTTPClient

extension LookupFailure {
    /// Classifies an outcome without a usable response. A 2xx response whose body cannot be read is such an outcome.
    init(_ outcome: HTTPOutcome) {
        self =
            switch outcome {
            case .neverSent(let reason), .broken(let reason): .unavailable(reason: reason)
            case .timedOut: .unavailable(reason: "Plivo did not answer in time")
            case .response(let response): Self.of(response)
            }
    }

    private static func of(_ response: HTTPResponse) -> LookupFailure {
        switch response.status {
        case 200..<300: .unavailable(reason: "Plivo's answer cannot be read")
        case 401, 402, 403: .denied(status: response.status, message: PlivoMessage.of(response))
        case 404: .notFound
        case 429: .rateLimited(retryAfter: RetryAfter.of(response))
        default: .unavailable(reason: "Plivo answered \(response.status): \(PlivoMessage.of(response))")
        }
    }
}
