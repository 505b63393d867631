package import DialerCore
package import HTTPClient

extension MakeCallAnswer {
    /// Classifies an outcome by whether it proves that no call was placed (docs/plivo.md, "Errors and refusals").
    package init(_ outcome: HTTPOutcome) {
        self =
            switch outcome {
            case .neverSent(let reason): .refused(.neverConnected(reason: reason))
            case .timedOut: .unclear(.timedOut)
            case .broken(let reason): .unclear(.connectionLost(reason: reason))
            case .response(let response): Self.of(response)
            }
    }

    private static func of(_ response: HTTPResponse) -> MakeCallAnswer {
        switch response.status {
        case 200..<300: accepted(response)
        case 401: .refused(.unauthorized(message: PlivoMessage.of(response)))
        case 402: .refused(.paymentRequired(message: PlivoMessage.of(response)))
        case 403: .refused(.forbidden(message: PlivoMessage.of(response)))
        case 404: .refused(.notFound(message: PlivoMessage.of(response)))
        case 429: .refused(.rateLimited(retryAfter: RetryAfter.of(response)))
        case 400..<500: .refused(.badRequest(status: response.status, message: PlivoMessage.of(response)))
        default: .unclear(.status(response.status))
        }
    }

    /// `request_uuid` is usually text for one destination and a list for several (docs/plivo.md, "Bulk requests and
    /// uuids"). Both forms are accepted for any number of destinations. Items that are not UUIDs are left out.
    private static func accepted(_ response: HTTPResponse) -> MakeCallAnswer {
        let json = JSONValue(json: response.body)
        let uuids = (json?["request_uuid"]?.items ?? []).compactMap { $0.text.flatMap(CallUUID.init) }
        guard !uuids.isEmpty else { return .unclear(.unusableBody) }
        return .accepted(uuids: uuids, invalidNumbers: (json?["invalid_numbers"]?.items ?? []).compactMap(\.text))
    }
}
