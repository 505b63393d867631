import Foundation

/// The API's address and the credentials of the account.
package struct PlivoAccount: Sendable, CustomStringConvertible {
    /// Without a slash at its end: `https://api.plivo.com/v1`.
    package var baseURL: String
    package var authID: String
    package var authToken: String

    package init(baseURL: String, authID: String, authToken: String) {
        self.baseURL = baseURL
        self.authID = authID
        self.authToken = authToken
        while self.baseURL.hasSuffix("/") { self.baseURL.removeLast() }
    }

    /// Without the token, so that it never reaches a log.
    package var description: String { "\(authID) at \(baseURL)" }

    /// The resource to which make-call requests are sent.
    package var makeCallURL: String { url("Call", query: []) }

    /// The URL of a resource of the account. All paths end with a slash (docs/plivo.md, "Making calls").
    func url(_ path: String, query: [(name: String, value: String)] = []) -> String {
        let pairs = query.map { "\($0.name)=\(Self.percentEncoded($0.value))" }
        let queryText = pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
        return "\(baseURL)/Account/\(Self.percentEncoded(authID))/\(path)/\(queryText)"
    }

    /// Basic authentication, as a header. libcurl's own option is not used, because with it libcurl may send a request
    /// again after a 401.
    var authorization: String {
        "Basic " + Data("\(authID):\(authToken)".utf8).base64EncodedString()
    }

    /// Encodes everything but RFC 3986's unreserved characters, so that servers misread neither `+` nor a blank.
    private static func percentEncoded(_ text: String) -> String {
        let unreserved = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
        )
        return text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }
}
