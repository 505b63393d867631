import PlivoAPI
import RawHTTPServer
import Testing

@Suite struct WebhookSenderTests {
    private static let parameters = "CallUUID=1&To=%2B14155550100"

    @Test func parametersAreDeliveredAsPlivoSentThem() async throws {
        let requests = try await withServer { connection in
            while connection.readRequest() != nil { connection.answer(200, "") }
        } test: { transport, server in
            let sender = WebhookSender(transport: transport)
            for (path, method) in [("/ring#rc=5", "POST"), ("/end", "GET"), ("/end?k=1", "get")] {
                #expect(await sender.deliver(Self.parameters, to: server.url + path, method: method))
            }
        }
        #expect(
            requests.map(\.line) == [
                "POST /ring HTTP/1.1", "GET /end?\(Self.parameters) HTTP/1.1",
                "GET /end?k=1&\(Self.parameters) HTTP/1.1",
            ]
        )
        #expect(requests.first?.body == Self.parameters)
        #expect(requests.first?.header("Content-Type") == "application/x-www-form-urlencoded")
        #expect(requests.allSatisfy { $0.header("Authorization") == nil }, "the auth token is for Plivo alone")
    }

    @Test(arguments: [204, 302, 404, 500])
    func onlyA2xxCountsAsDelivered(status: Int) async throws {
        _ = try await withServer { connection in
            while connection.readRequest() != nil { connection.answer(status, "") }
        } test: { transport, server in
            let sender = WebhookSender(transport: transport)
            let isDelivered = await sender.deliver(Self.parameters, to: server.url, method: "POST")
            #expect(isDelivered == (status == 204))
        }
    }
}
