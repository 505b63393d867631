import PlivoAPI
import Testing

private let token = "Y2Q2ZDgxZmY5YWRiOTI5YmQ1Njg0MTAxZWIyOTc4"
private let nonce = "31627761595286130198"
private let plain = "https://plivobin.non-prod.plivops.com/api/v1/validate_signature03.xml"
private let withQuery = plain + "/?a=b&c=d"

/// The parameters of the official vectors (docs/plivo.md, "Signatures").
private let form: FormPairs = [
    .init("Direction", "outbound"), .init("From", "19792014278"),
    .init("ALegUUID", "3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36"), .init("CallStatus", "in-progress"),
    .init("BillRate", "0.002"), .init("ParentAuthID", "MANWVLYTK4ZWU1YTY4QA"),
    .init("To", "sip:PlivoSignature382029104058171078704104@phone-qa.voice.plivodev.com"),
    .init("ALegRequestUUID", "3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36"),
    .init("CallUUID", "3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36"),
    .init("RequestUUID", "3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36"),
    .init("SIP-H-To", "<sip:PlivoSignature382029104058171078704104@52.9.11.55;transport=udp>;tag=1"),
    .init("SessionStart", "2020-04-08 11:34:33.238707"), .init("Event", "StartApp"),
]
private let good = "k7Pusd4OxCIjR5IfA9iedDNu/h/gbdYqdzG/MiYtd1c="

@Suite struct SignatureV3Tests {
    private let signature = SignatureV3(authToken: token)

    @Test(arguments: [
        (false, withQuery, good), (true, withQuery, "UBq8jAtd32wR8EK9VgxbBn4n5rpI/l1H9iN4WfSEHFQ="),
        (false, plain, "iAjE5QqI37mbkYe4w3jTMudqEzbDufdqi7sYwTu64e0="),
        (true, plain, "i/MQsaQSAd6fiKhOh2qeeeLHZ9faldADSb3/7+Akfbc="),
    ])
    func officialVectors(isGet: Bool, url: String, expected: String) {
        #expect(signature.sign(nonce: nonce, isGet: isGet, url: url, form: form) == expected)
        #expect(signature.isValid(headerValues: [expected], nonce: nonce, isGet: isGet, url: url, form: form))
        #expect(!signature.isValid(headerValues: [expected], nonce: nonce, isGet: !isGet, url: url, form: form))
    }

    /// A GET carries its parameters in the query, in any order.
    @Test func theParametersOfAGet() {
        let signed = signature.sign(nonce: nonce, isGet: true, url: plain, form: form)
        let query =
            "To=sip%3APlivoSignature382029104058171078704104%40phone-qa.voice.plivodev.com&Event=StartApp"
            + "&ALegUUID=3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36&CallStatus=in-progress&BillRate=0.002"
            + "&ParentAuthID=MANWVLYTK4ZWU1YTY4QA&ALegRequestUUID=3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36"
            + "&CallUUID=3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36&RequestUUID=3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36"
            + "&SIP-H-To=%3Csip:PlivoSignature382029104058171078704104@52.9.11.55;transport=udp%3E;tag%3D1"
            + "&SessionStart=2020-04-08+11%3A34%3A33.238707&Direction=outbound&From=19792014278"
        #expect(signature.isValid(headerValues: [signed], nonce: nonce, isGet: true, url: plain + "?" + query))
    }

    /// The signed text, without the nonce (docs/plivo.md, "Signatures").
    @Test(
        arguments: [
            (
                false, "https://h:8443/x?b=2&a=1&a=0",
                [.init("k", "z"), .init("k", "y"), .init("A", "1"), .init("a", "2")],
                "https://h:8443/x?a=0&a=1&b=2.A1a2kykz"
            ),
            (false, "https://h/x?e=", [.init("k", "")], "https://h/x?e=.k"),
            (false, "https://h/x?q=a%20b+c%2Bd", [.init("k", "v")], "https://h/x?q=a b c+d.kv"),
            (false, "https://h/x?q=1", [.init("k", "é")], "https://h/x?q=1.ké"),
            (false, "https://h/x#rc=3", [.init("k", "v")], "https://h/x?kv"),
            (false, "https://h", [.init("k", "v")], "https://h?kv"),
            (false, "https://h/x", [], "https://h/x"),
            (false, "https://h/x?", [], "https://h/x"),
            (false, "https://h/x?b=1&a=2", [], "https://h/x?a=2&b=1"),
            (true, "https://h/x", [], "https://h/x"),
            (true, "https://h/x?b=1", [.init("a", "2")], "https://h/x?a=2&b=1"),
        ] as [(Bool, String, [FormPairs.Pair], String)]
    )
    func baseStrings(isGet: Bool, url: String, pairs: [FormPairs.Pair], expected: String) {
        var form: FormPairs = []
        form.pairs = pairs
        #expect(SignatureV3.base(isGet: isGet, url: url, form: form) == expected)
    }

    @Test(arguments: [
        [good + ",AAAAfake="], ["AAAAfake=," + good], [" \(good) , AAAAfake= "], ["AAAAfake=", good],
        ["", good], [good, ""],
    ])
    func oneValidSignatureOfSeveralIsEnough(headerValues: [String]) {
        #expect(valid(headerValues: headerValues))
    }

    @Test func invalidSignatures() {
        #expect(valid())
        #expect(!valid(signature: SignatureV3(authToken: "not-the-token")))
        #expect(!valid(signature: SignatureV3(authToken: "")))
        #expect(!valid(nonce: "0000000000"))
        #expect(!valid(nonce: ""))
        #expect(!valid(url: "https://evil.example/x"))
        #expect(!valid(url: withQuery + "&e=f"))
        for values in [[], [""], ["  "], [",,,"], ["AAAAfake="], [String(good.dropLast(4))], [good.lowercased()]] {
            #expect(!valid(headerValues: values))
        }
        var changed = form
        changed.pairs[0].value = "inbound"
        #expect(!valid(form: changed))
        changed = form
        changed.pairs.removeLast()
        #expect(!valid(form: changed))
        changed = form
        changed.pairs.append(.init("Extra", ""))
        #expect(!valid(form: changed))
    }

    @Test func anEmptyTokenSignsNothing() {
        let empty = SignatureV3(authToken: "")
        let signed = empty.sign(nonce: nonce, isGet: false, url: plain, form: form)
        #expect(!empty.isValid(headerValues: [signed], nonce: nonce, isGet: false, url: plain, form: form))
    }

    private func valid(
        signature: SignatureV3? = nil,
        headerValues: [String] = [good],
        nonce: String = nonce,
        url: String = withQuery,
        form: FormPairs = form
    ) -> Bool {
        (signature ?? self.signature)
            .isValid(headerValues: headerValues, nonce: nonce, isGet: false, url: url, form: form)
    }
}
