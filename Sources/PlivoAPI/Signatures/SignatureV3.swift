import Crypto
import DialerCore
import Foundation

/// Plivo's signature of a callback, version 3 (docs/plivo.md, "Signatures").
///
/// Versions 1 and 2 are not supported: version 2 does not cover the parameters, so a sender with one genuine callback
/// can forge others.
package struct SignatureV3: Sendable {
    private let key: SymmetricKey

    /// - Parameter authToken: the account's token. With an empty token no signature is valid.
    package init(authToken: String) {
        key = SymmetricKey(data: Data(authToken.utf8))
    }

    /// Whether one of the signatures is right. The comparison takes constant time.
    ///
    /// - Parameters:
    ///   - headerValues: the values of `X-Plivo-Signature-V3` and `X-Plivo-Signature-Ma-V3`; each may be a
    ///     comma-separated list.
    ///   - url: the URL as it was given to Plivo, with path and query as received; a fragment is ignored.
    ///   - form: the pairs of the body; none for a GET.
    package func isValid(
        headerValues: [String],
        nonce: String,
        isGet: Bool,
        url: String,
        form: FormPairs = []
    ) -> Bool {
        guard !nonce.isEmpty, key.bitCount > 0 else { return false }
        let signed = Data((Self.base(isGet: isGet, url: url, form: form) + "." + nonce).utf8)
        return headerValues.flatMap { $0.split(separator: ",") }.contains { candidate in
            guard let code = Data(base64Encoded: String(candidate).trimmed) else { return false }
            return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: signed, using: key)
        }
    }

    /// The signature in base64, as a header carries it: for `doctor` and for tests.
    package func sign(nonce: String, isGet: Bool, url: String, form: FormPairs = []) -> String {
        let signed = Data((Self.base(isGet: isGet, url: url, form: form) + "." + nonce).utf8)
        return Data(HMAC<SHA256>.authenticationCode(for: signed, using: key)).base64EncodedString()
    }

    /// The signed text, without the `.` and the nonce at its end.
    package static func base(isGet: Bool, url: String, form: FormPairs) -> String {
        let withoutFragment = url.prefix { $0 != "#" }
        let halves = withoutFragment.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let query = FormPairs(decoding: (halves.count == 2 ? halves[1] : "").utf8).pairs
        let inQuery = isGet ? query + form.pairs : query
        let inBody = isGet ? [] : form.pairs
        let queryText = inQuery.sorted(by: precedes).map { "\($0.key)=\($0.value)" }.joined(separator: "&")
        let bodyText = inBody.sorted(by: precedes).map { $0.key + $0.value }.joined()
        let address = String(halves[0])
        switch (inQuery.isEmpty, inBody.isEmpty) {
        case (true, true): return address
        case (false, true): return address + "?" + queryText
        case (true, false): return address + "?" + bodyText
        case (false, false): return address + "?" + queryText + "." + bodyText
        }
    }

    /// Orders pairs by key, then by value; compares bytes.
    private static func precedes(_ a: FormPairs.Pair, _ b: FormPairs.Pair) -> Bool {
        if a.key != b.key { return a.key.utf8.lexicographicallyPrecedes(b.key.utf8) }
        return a.value.utf8.lexicographicallyPrecedes(b.value.utf8)
    }
}
