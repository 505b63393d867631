import DialerCore
import HTTPClient
import PlivoAPI
import RawHTTPServer
import Testing

@Suite struct AccountAnswerTests {
    private static let date = WallTime(rfc3339: "2026-11-22T09:00:00Z")

    private func ask(_ status: Int, _ body: String) async throws -> (AccountAnswer, [RecordedRequest]) {
        let zone = try #require(AccountTimeZone(identifier: "UTC"))
        var answer = AccountAnswer()
        let requests = try await withServer { connection in
            while connection.readRequest() != nil {
                connection.answer(status, body, headers: ["Date: Sun, 22 Nov 2026 09:00:00 GMT"])
            }
        } test: { transport, server in
            let account = PlivoAccount(baseURL: server.url + "/v1", authID: "MAXX", authToken: "s3cr3t")
            answer = await PlivoClient(account: account, zone: zone, transport: transport).askAccount()
        }
        return (answer, requests)
    }

    @Test func theRequestChangesNothing() async throws {
        let (answer, requests) = try await ask(200, #"{"api_id":"a","meta":{},"objects":[]}"#)
        #expect(answer.failure == nil)
        #expect(answer.date == Self.date)
        #expect(requests.map(\.line) == ["GET /v1/Account/MAXX/Call/?limit=1 HTTP/1.1"])
    }

    @Test(arguments: [
        (401, #"{"error":"no"}"#, LookupFailure.denied(status: 401, message: "no")),
        (404, "", .notFound),
        (200, "<html>Welcome</html>", .unavailable(reason: "Plivo's answer cannot be read")),
        (200, #"{"status":"ok"}"#, .unavailable(reason: "Plivo's answer cannot be read")),
    ])
    func otherResponses(status: Int, body: String, failure: LookupFailure) async throws {
        let (answer, _) = try await ask(status, body)
        #expect(answer.failure == failure)
        #expect(answer.date == Self.date)
    }

    /// Milliseconds between Plivo's date and our clock before and after the exchange, and the offset.
    @Test(arguments: [
        (0, 0, 0), (999, 1200, 0), (-500, 500, 0), (-5000, -3000, -3000), (4000, 4100, 3000), (1000, 1000, 0),
        (-90_000, -89_000, -89_000), (91_000, 92_000, 90_000),
    ])
    func theClocksOffset(asked: Int, answered: Int, offset: Int) throws {
        let date = try #require(Self.date)
        let answer = AccountAnswer(date: date)
        let measured = answer.clockOffset(
            asked: date + .milliseconds(asked),
            answered: date + .milliseconds(answered)
        )
        #expect(measured == .milliseconds(offset))
        #expect(AccountAnswer().clockOffset(asked: date, answered: date) == nil)
    }

    @Test(arguments: [
        "", "now", "2026-11-22T09:00:00Z", "Sunday, 22-Nov-26 09:00:00 GMT", "Sun, 22 Nov 2026 09:00:00 CET",
    ])
    func anUnreadableDate(text: String) {
        #expect(HTTPResponse(status: 200, headers: ["date": text]).date == nil)
    }
}
