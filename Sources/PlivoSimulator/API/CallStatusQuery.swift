/// The query parameter `status` of a GET, which selects the kind of calls.
enum CallStatusQuery: Sendable {
    /// The request has no parameter `status`.
    case ended
    case live
    case queued

    init(_ query: QueryParameters) throws(BadRequest) {
        switch query["status"] {
        case nil: self = .ended
        case "live": self = .live
        case "queued": self = .queued
        default: throw .invalid("status")
        }
    }
}
