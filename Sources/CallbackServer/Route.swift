import DialerCore
import PlivoAPI

/// The resource that a request's path names.
enum Route: Equatable {
    case callback(CallbackEvent.Kind, token: String)
    case health
    case metrics

    /// Nil for an unknown path. A query is ignored.
    init?(target: String) {
        let path = String(target.prefix { $0 != "?" && $0 != "#" })
        switch path {
        case "/healthz": self = .health
        case "/metrics": self = .metrics
        default:
            guard path.hasPrefix(CallbackURLs.pathPrefix) else { return nil }
            let parts = path.dropFirst(CallbackURLs.pathPrefix.count)
                .split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, let kind = CallbackEvent.Kind(rawValue: String(parts[1])) else {
                return nil
            }
            self = .callback(kind, token: String(parts[0]))
        }
    }

    var isForEverybody: Bool {
        if case .callback = self { true } else { false }
    }

    /// For a callback, Plivo uses the method that the make-call request names.
    var allowedMethods: [String] {
        switch self {
        case .callback: ["GET", "POST"]
        case .health, .metrics: ["GET"]
        }
    }
}
