extension LookupFailure {
    package var sentence: String {
        switch self {
        case .notFound: "Plivo answered 404"
        case .rateLimited: "Plivo answered 429, too many requests"
        case .denied(let status, let message): "Plivo answered \(status): \(message)"
        case .unavailable(let reason): reason
        }
    }
}
