package import DialerCore
package import HTTPClient

/// Plivo's Call resource: sends requests and classifies responses. It makes no decisions and repeats no request.
package struct PlivoClient: Sendable {
    private let account: PlivoAccount
    let zone: AccountTimeZone
    private let transport: HTTPTransport

    /// - Parameter zone: the console's time zone, for records with local times without an offset.
    package init(account: PlivoAccount, zone: AccountTimeZone, transport: HTTPTransport) {
        self.account = account
        self.zone = zone
        self.transport = transport
    }

    /// Sends the request at most once, and calls `completion` exactly once, as ``HTTPTransport/send(_:completion:)``
    /// does: `completion` must be quick.
    package func makeCall(_ request: MakeCallRequest, completion: @escaping @Sendable (MakeCallAnswer) -> Void) {
        guard let body = try? request.json() else {
            completion(.refused(.badRequest(status: 0, message: "the request cannot be written as JSON")))
            return
        }
        transport.send(http(.post, "Call", body: body)) { completion(MakeCallAnswer($0)) }
    }

    func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        query: [(name: String, value: String)] = [],
        body: [UInt8] = []
    ) async -> HTTPOutcome {
        await transport.send(http(method, path, query: query, body: body))
    }

    private func http(
        _ method: HTTPRequest.Method,
        _ path: String,
        query: [(name: String, value: String)] = [],
        body: [UInt8]
    ) -> HTTPRequest {
        var headers = ["Authorization": account.authorization, "Accept": "application/json"]
        if method == .post { headers["Content-Type"] = "application/json" }
        return HTTPRequest(method: method, url: account.url(path, query: query), headers: headers, body: body)
    }
}
