import HTTPClient

extension HTTPTransport {
    func post(_ url: String, body: String = "name=value") async -> HTTPOutcome {
        await send(HTTPRequest(method: .post, url: url, body: Array(body.utf8)))
    }

    func get(_ url: String) async -> HTTPOutcome {
        await send(HTTPRequest(method: .get, url: url))
    }
}
