import Crypto
import Foundation

/// Plivo's signature of a callback, version 3: base64(HMAC-SHA256(auth token, base string + "." + nonce))
/// (docs/plivo.md, "Signatures").
package enum SignatureV3 {
    /// - Parameter parameters: the form fields, decoded, in any order.
    package static func sign(
        method: CallbackMethod,
        url: CallbackURL,
        parameters: FormFields,
        nonce: String,
        token: String
    ) -> String {
        let text = "\(baseString(method: method, url: url, parameters: parameters)).\(nonce)"
        let code = HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: SymmetricKey(data: Data(token.utf8)))
        return Data(code).base64EncodedString()
    }

    /// The signed text without the nonce. The query is decoded and sorted. The parameters of a GET are part of the
    /// query; those of a POST follow it after a dot, keys and values without separators.
    package static func baseString(method: CallbackMethod, url: CallbackURL, parameters: FormFields) -> String {
        let query = url.query.map { FormEncoding.decode($0) } ?? []
        switch method {
        case .get:
            let fields = sorted(query + parameters)
            return fields.isEmpty ? url.base : "\(url.base)?\(joined(fields))"
        case .post:
            let body = sorted(parameters).map { $0.key + $0.value }.joined()
            let parts = [joined(sorted(query)), body].filter { !$0.isEmpty }
            return parts.isEmpty ? url.base : "\(url.base)?\(parts.joined(separator: "."))"
        }
    }

    /// By key, then by value, in the order of their bytes.
    private static func sorted(_ fields: FormFields) -> FormFields {
        fields.sorted { left, right in
            left.key == right.key
                ? left.value.utf8.lexicographicallyPrecedes(right.value.utf8)
                : left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
        }
    }

    private static func joined(_ fields: FormFields) -> String {
        fields.map { "\($0.key)=\($0.value)" }.joined(separator: "&")
    }
}
