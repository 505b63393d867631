import Crypto
import Foundation

/// Plivo's signature of a callback, version 3: base64(HMAC-SHA256(auth token, base string + "." + nonce)).
///
/// Fact: agreed between the official SDKs and their published vectors, which the tests repeat.
package enum SignatureV3 {
    /// - Parameter parameters: the form fields, decoded, in any order.
    package static func sign(
        verb: HTTPVerb,
        url: CallbackURL,
        parameters: [(key: String, value: String)],
        nonce: String,
        token: String
    ) -> String {
        let text = "\(baseString(verb: verb, url: url, parameters: parameters)).\(nonce)"
        let code = HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: SymmetricKey(data: Data(token.utf8)))
        return Data(code).base64EncodedString()
    }

    /// What is signed, without the nonce. The query counts decoded and sorted; in a GET the parameters are part of it,
    /// in a POST they follow it after a dot, keys and values run together.
    package static func baseString(
        verb: HTTPVerb,
        url: CallbackURL,
        parameters: [(key: String, value: String)]
    ) -> String {
        let query = url.query.map { FormText.decode($0) } ?? []
        switch verb {
        case .get:
            let pairs = sorted(query + parameters)
            return pairs.isEmpty ? url.base : "\(url.base)?\(joined(pairs))"
        case .post:
            let body = sorted(parameters).reduce(into: "") { text, pair in
                text.append(pair.key)
                text.append(pair.value)
            }
            switch (query.isEmpty, body.isEmpty) {
            case (true, true): return url.base
            case (true, false): return "\(url.base)?\(body)"
            case (false, true): return "\(url.base)?\(joined(sorted(query)))"
            case (false, false): return "\(url.base)?\(joined(sorted(query))).\(body)"
            }
        }
    }

    /// By key, then by value, in the order of their bytes.
    private static func sorted(_ pairs: [(key: String, value: String)]) -> [(key: String, value: String)] {
        pairs.sorted { left, right in
            left.key == right.key
                ? left.value.utf8.lexicographicallyPrecedes(right.value.utf8)
                : left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
        }
    }

    private static func joined(_ pairs: [(key: String, value: String)]) -> String {
        pairs.map { "\($0.key)=\($0.value)" }.joined(separator: "&")
    }
}
