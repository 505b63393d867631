import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Builds the signed HTTP request of a callback.
enum CallbackRequest {
    /// - Parameters:
    ///   - token: the auth token that signs the request. The simulator has no subaccounts, so the signature with the
    ///     main account's token is the same.
    ///   - nonce: digits, different for every request.
    static func make(for delivery: CallbackDelivery, token: String, nonce: String) -> HTTPClientRequest {
        let (url, method) = (delivery.target.url, delivery.target.method)
        let signature = SignatureV3.sign(
            method: method,
            url: url,
            parameters: delivery.parameters,
            nonce: nonce,
            token: token
        )
        let form = FormEncoding.encode(delivery.parameters)
        var request: HTTPClientRequest
        switch method {
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
