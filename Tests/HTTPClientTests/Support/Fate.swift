import HTTPClient

/// An outcome without its details, for tables.
enum Fate: Equatable {
    case response(Int)
    case neverSent
    case timedOut
    case broken

    init(_ outcome: HTTPOutcome) {
        self =
            switch outcome {
            case .response(let response): .response(response.status)
            case .neverSent: .neverSent
            case .timedOut: .timedOut
            case .broken: .broken
            }
    }
}
