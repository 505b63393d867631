import DialerCore
import HTTPClient
import PlivoAPI
import Testing

private let a = "7f22731b-ccb3-40fb-b547-96938cb81162"
private let b = "8fe356e1-a9d0-4934-a0bd-34dd37d0dde2"

private func answer(_ status: Int, _ body: String, _ headers: [String: String] = [:]) -> MakeCallAnswer {
    MakeCallAnswer(.response(HTTPResponse(status: status, headers: headers, body: Array(body.utf8))))
}

@Suite struct MakeCallAnswerTests {
    struct Accepted: Sendable {
        var status = 201
        var body: String
        var uuids: [String]
        var invalid: [String] = []
    }

    @Test(arguments: [
        Accepted(status: 200, body: #"{"message":"call fired","request_uuid":"\#(a)","api_id":"x"}"#, uuids: [a]),
        Accepted(status: 202, body: #"{"message":"call queued","request_uuid":"\#(a)"}"#, uuids: [a]),
        Accepted(body: #"{"message":"calls fired","request_uuid":["\#(a)","\#(b)"]}"#, uuids: [a, b]),
        Accepted(body: #"{"message":"call fired","request_uuid":["\#(b)","\#(a)"]}"#, uuids: [b, a]),
        Accepted(body: #"{"message":"calls fired","request_uuid":["\#(a)"]}"#, uuids: [a]),
        Accepted(body: #"{"message":"anything","request_uuid":"\#(a.uppercased())"}"#, uuids: [a]),
        Accepted(body: #"{"error":"odd, yet there is a uuid","request_uuid":"\#(a)"}"#, uuids: [a]),
        Accepted(body: #"{"request_uuid":["\#(a)",null,7,"no uuid",{"x":1}]}"#, uuids: [a]),
        Accepted(
            body: #"{"request_uuid":["\#(a)"],"invalid_numbers":["1","+23",4155550100]}"#,
            uuids: [a],
            invalid: ["1", "+23", "4155550100"]
        ),
        Accepted(body: #"{"request_uuid":["\#(a)"],"invalid_numbers":null}"#, uuids: [a]),
    ])
    func placed(_ one: Accepted) {
        let uuids = one.uuids.compactMap { CallUUID($0) }
        #expect(answer(one.status, one.body) == .accepted(uuids: uuids, invalidNumbers: one.invalid))
    }

    @Test(arguments: [
        "", "{}", "null", "[]", "\"\(a)\"", "[\"\(a)\"]", "<html>OK</html>", #"{"request_uuid":null}"#,
        #"{"request_uuid":""}"#, #"{"request_uuid":[]}"#, #"{"request_uuid":["x"]}"#, #"{"request_uuid":{}}"#,
        #"{"message":"async api spawned","api_id":"\#(a)"}"#, #"{"request_uuid":"\#(a)""#,
        #"{"invalid_numbers":["1"]}"#,
    ])
    func acceptedWithoutAUsableUUID(body: String) {
        #expect(answer(201, body) == .unclear(.unusableBody))
    }

    @Test(arguments: [100, 300, 301, 302, 304, 307, 308, 500, 501, 502, 503, 504, 599])
    func statusesThatProveNothing(status: Int) {
        #expect(answer(status, #"{"request_uuid":"\#(a)","error":"x"}"#) == .unclear(.status(status)))
    }

    @Test(arguments: [
        (400, Refusal.badRequest(status: 400, message: "no")), (401, .unauthorized(message: "no")),
        (402, .paymentRequired(message: "no")), (403, .forbidden(message: "no")), (404, .notFound(message: "no")),
        (405, .badRequest(status: 405, message: "no")), (409, .badRequest(status: 409, message: "no")),
        (413, .badRequest(status: 413, message: "no")), (422, .badRequest(status: 422, message: "no")),
        (429, .rateLimited(retryAfter: nil)), (499, .badRequest(status: 499, message: "no")),
    ])
    func notPlaced(status: Int, refusal: Refusal) {
        #expect(answer(status, #"{"error":"no","request_uuid":"\#(a)"}"#) == .refused(refusal))
    }

    @Test func outcomesWithoutAResponse() {
        #expect(MakeCallAnswer(.neverSent(reason: "x")) == .refused(.neverConnected(reason: "x")))
        #expect(MakeCallAnswer(.timedOut) == .unclear(.timedOut))
        #expect(MakeCallAnswer(.broken(reason: "x")) == .unclear(.connectionLost(reason: "x")))
    }

    @Test(arguments: [
        (#"{"api_id":"x","error":"from parameter is invalid"}"#, "from parameter is invalid"),
        (#"{"error":{"message":"inner"}}"#, "inner"), (#"{"error":{"error":"inner"}}"#, "inner"),
        (#"{"error":{"to":["bad","worse"],"from":"odd"}}"#, "from: odd; to: bad; worse"),
        (#"{"global_error":"g","message":"m"}"#, "g"), (#"{"message":"m"}"#, "m"),
        (#"{"data":{"error":"d"}}"#, "d"), (#"{"error":"","message":"m"}"#, "m"),
        (#"{"error":"two\nlines\u0000"}"#, "two lines"), ("<html>", "HTTP status 400 without a message"),
        (#"{"error":7}"#, "HTTP status 400 without a message"), ("", "HTTP status 400 without a message"),
    ])
    func plivosMessage(body: String, message: String) {
        #expect(answer(400, body) == .refused(.badRequest(status: 400, message: message)))
    }

    @Test func aLongMessageIsCut() {
        let long = String(repeating: "x", count: 5000)
        #expect(
            answer(403, #"{"error":"\#(long)"}"#) == .refused(.forbidden(message: String(long.prefix(300))))
        )
    }

    @Test(
        arguments: [
            ("0", nil, 0), ("7", nil, 7), ("3601", nil, 3600), ("99999999999999999999", nil, 3600), ("-1", nil, nil),
            ("soon", nil, nil), ("", nil, nil), ("1.5", nil, nil),
            ("Sun, 06 Nov 1994 08:50:07 GMT", "Sun, 06 Nov 1994 08:49:37 GMT", 30),
            ("Sun, 06 Nov 1994 08:49:07 GMT", "Sun, 06 Nov 1994 08:49:37 GMT", 0),
            ("Mon, 07 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT", 3600),
            ("Sun, 06 Nov 1994 08:50:07 GMT", nil, nil),
        ] as [(String, String?, Int?)]
    )
    func retryAfter(value: String, date: String?, seconds: Int?) {
        var headers = ["retry-after": value]
        headers["date"] = date
        let expected = seconds.map { Duration.seconds($0) }
        #expect(answer(429, "{}", headers) == .refused(.rateLimited(retryAfter: expected)))
    }
}
