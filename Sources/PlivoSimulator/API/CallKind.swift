/// Which calls a GET is about: the ended ones, unless `status` says otherwise.
package enum CallKind: String, Sendable {
    case ended
    case live
    case queued

    package init(_ query: QueryParameters) throws(ArgumentProblem) {
        switch query["status"] {
        case nil: self = .ended
        case "live": self = .live
        case "queued": self = .queued
        default: throw .invalid("status")
        }
    }
}
