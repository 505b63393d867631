/// What a request is for, from its method and path alone. Plivo's paths end with a slash, and only those are known here,
/// so that a client that forgets it learns of it before the real API tells.
package enum APIRoute: Equatable, Sendable {
    case makeCall
    /// CDRs, or with `status` the live or queued calls.
    case listCalls
    case hangUpAll
    case getCall(String)
    case transfer(String)
    case hangUp(String)
    case cancelRequest(String)
    /// A known path, but not with this method.
    case wrongMethod
    case unknown

    /// - Parameters:
    ///   - method: the HTTP method in capitals.
    ///   - path: without the query.
    ///   - authID: the account whose resources these are; anybody else's are unknown.
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
        // `Call//` too: an empty uuid hangs up everybody, as it does with Plivo.
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
