import PlivoSimulator
import Testing

@Suite struct SignatureV3Tests {
    private static let token = "Y2Q2ZDgxZmY5YWRiOTI5YmQ1Njg0MTAxZWIyOTc4"
    private static let nonce = "31627761595286130198"
    private static let url = "https://plivobin.non-prod.plivops.com/api/v1/validate_signature03.xml"
    private static let uuid = "3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36"
    private static let parameters: FormFields = [
        ("Direction", "outbound"), ("From", "19792014278"), ("ALegUUID", uuid), ("CallStatus", "in-progress"),
        ("BillRate", "0.002"), ("ParentAuthID", "MANWVLYTK4ZWU1YTY4QA"),
        ("To", "sip:PlivoSignature382029104058171078704104@phone-qa.voice.plivodev.com"), ("ALegRequestUUID", uuid),
        ("CallUUID", uuid), ("RequestUUID", uuid),
        ("SIP-H-To", "<sip:PlivoSignature382029104058171078704104@52.9.11.55;transport=udp>;tag=1"),
        ("SessionStart", "2020-04-08 11:34:33.238707"), ("Event", "StartApp"),
    ]

    /// Published with the official SDKs for Go, Ruby and .NET and with the official command line
    /// (docs/plivo.md, "Signatures").
    @Test(arguments: [
        (CallbackMethod.post, "/?a=b&c=d", "k7Pusd4OxCIjR5IfA9iedDNu/h/gbdYqdzG/MiYtd1c="),
        (.get, "/?a=b&c=d", "UBq8jAtd32wR8EK9VgxbBn4n5rpI/l1H9iN4WfSEHFQ="),
        (.post, "", "iAjE5QqI37mbkYe4w3jTMudqEzbDufdqi7sYwTu64e0="),
        (.get, "", "i/MQsaQSAd6fiKhOh2qeeeLHZ9faldADSb3/7+Akfbc="),
    ])
    func officialVector(method: CallbackMethod, suffix: String, expected: String) throws {
        #expect(try sign(method, Self.url + suffix) == expected)
    }

    @Test(arguments: [
        (CallbackMethod.post, url, "not-the-token", nonce),
        (.post, url, token, "0000000000"),
        (.post, "https://evil.example/x", token, nonce),
        (.get, url, token, nonce),
    ])
    func otherInputGivesAnotherSignature(method: CallbackMethod, url: String, token: String, nonce: String) throws {
        #expect(try sign(method, url, token: token, nonce: nonce) != sign(.post, Self.url))
    }

    @Test(arguments: [
        (
            "https://h:8443/x?b=2&a=1&a=0", [("k", "z"), ("k", "y"), ("A", "1"), ("a", "2")],
            "https://h:8443/x?a=0&a=1&b=2.A1a2kykz"
        ),
        ("https://h/x?e=", [("k", "")], "https://h/x?e=.k"),
        ("https://h/x?q=a%20b+c%2Bd", [("k", "v")], "https://h/x?q=a b c+d.kv"),
        ("https://h/x?q=1", [("k", "é")], "https://h/x?q=1.ké"),
        ("https://h/x#rc=3", [("k", "v")], "https://h/x?kv"),
        ("https://h", [("k", "v")], "https://h?kv"),
        ("https://h/x?q=1", [], "https://h/x?q=1"),
        ("https://h/x", [], "https://h/x"),
    ])
    func postBaseString(url: String, parameters: [(String, String)], expected: String) throws {
        #expect(try baseString(.post, url, parameters) == expected)
    }

    @Test(arguments: [
        ("https://h/x?b=2", [("a", "1"), ("b", "1")], "https://h/x?a=1&b=1&b=2"),
        ("https://h/x", [], "https://h/x"),
    ])
    func getBaseString(url: String, parameters: [(String, String)], expected: String) throws {
        #expect(try baseString(.get, url, parameters) == expected)
    }

    private func baseString(
        _ method: CallbackMethod,
        _ url: String,
        _ parameters: [(String, String)]
    ) throws -> String {
        let fields: FormFields = parameters.map { ($0.0, $0.1) }
        return try SignatureV3.baseString(method: method, url: #require(CallbackURL(url)), parameters: fields)
    }

    private func sign(
        _ method: CallbackMethod,
        _ url: String,
        token: String = Self.token,
        nonce: String = Self.nonce
    ) throws -> String {
        try SignatureV3.sign(
            method: method,
            url: #require(CallbackURL(url)),
            parameters: Self.parameters,
            nonce: nonce,
            token: token
        )
    }
}
