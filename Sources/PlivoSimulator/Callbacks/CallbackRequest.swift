package import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// The HTTP request that a delivery becomes.
package enum CallbackRequest {
    /// - Parameters:
    ///   - token: the auth token that signs it. The simulator has no subaccounts, so the signature for the main account
    ///     is the same.
    ///   - nonce: digits, different for every request.
    package static func make(for delivery: Delivery, token: String, nonce: String) -> HTTPClientRequest {
        let (url, verb) = (delivery.target.url, delivery.target.verb)
        let signature = SignatureV3.sign(
            verb: verb,
            url: url,
            parameters: delivery.parameters,
            nonce: nonce,
            token: token
        )
        let form = FormText.encode(delivery.parameters)
        var request: HTTPClientRequest
        switch verb {
        case .get:
            request = HTTPClientRequest(url: "\(url.withoutFragment)\(url.query == nil ? "?" : "&")\(form)")
            request.method = .GET
        case .post:
            request = HTTPClientRequest(url: url.withoutFragment)
            request.method = .POST
            request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
            request.body = .bytes(ByteBuffer(string: form))
        }
        request.headers.add(name: "User-Agent", value: "plivo-simulator")
        request.headers.add(name: "X-Plivo-Signature-V3", value: signature)
        request.headers.add(name: "X-Plivo-Signature-Ma-V3", value: signature)
        request.headers.add(name: "X-Plivo-Signature-V3-Nonce", value: nonce)
        return request
    }
}
