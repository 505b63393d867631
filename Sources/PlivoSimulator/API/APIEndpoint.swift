/// The endpoint that a request's method and path name. As at Plivo, paths end with a slash; a path without the slash is
/// unknown, so that a client that forgets the slash fails here already.
package enum APIEndpoint: Equatable, Sendable {
    case makeCall
    /// Lists CDRs or, with the query parameter `status`, live or queued calls.
    case listCalls
    case hangUpAll
    case getCall(String)
    case transfer(String)
    case hangUp(String)
    case cancelRequest(String)
    /// A known path with a method that the path does not support.
    case wrongMethod
    case unknown

    /// - Parameters:
    ///   - method: in capitals.
    ///   - path: without the query.
    ///   - authID: the simulated account; the paths of other accounts are unknown.
    package init(method: String, path: String, authID: String) {
        let prefix = "/v1/Account/\(authID)/"
        guard path.hasPrefix(prefix), path.hasSuffix("/") else {
            self = .unknown
            return
        }
        let parts = path.dropFirst(prefix.count).dropLast().split(separator: "/")
        switch (parts.first, parts.count, method) {
        case ("Call", 1, "POST"): self = .makeCall
        case ("Call", 1, "GET"): self = .listCalls
        // Also `Call//`: an empty uuid hangs up all calls (docs/plivo.md, "Hanging up and canceling").
        case ("Call", 1, "DELETE"): self = .hangUpAll
        case ("Call", 2, "GET"): self = .getCall(String(parts[1]))
        case ("Call", 2, "POST"): self = .transfer(String(parts[1]))
        case ("Call", 2, "DELETE"): self = .hangUp(String(parts[1]))
        case ("Request", 2, "DELETE"): self = .cancelRequest(String(parts[1]))
        case ("Call", 1...2, _), ("Request", 2, _): self = .wrongMethod
        default: self = .unknown
        }
    }
}
