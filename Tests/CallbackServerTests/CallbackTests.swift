import CallbackServer
import DialerCore
import HTTPClient
import PlivoAPI
import Testing

private let call = "38cb006a-e25d-4455-9862-27550dbea7e9"
private let form = "CallUUID=\(call)&From=%2B918035735900&RequestUUID=\(call)&To=919494865411&X="

@Suite struct CallbackTests {
    @Test(arguments: CallbackEvent.Kind.allCases)
    func signedOnesAreAccepted(kind: CallbackEvent.Kind) async throws {
        let inbox = Inbox()
        try await withCallbackServer(accept: { inbox.add($0) }) { server in
            let post = await server.signedPost("/plivo/t0ken/\(kind.rawValue)", form)
            #expect(post.status == 200)
            #expect(post.text == "")
            let query = "/plivo/t0ken/\(kind.rawValue)?\(form)"
            #expect(await server.get(query, headers: server.signed(query, isGet: true)).status == 200)
        }
        let expected = CallbackEvent(
            kind: kind,
            token: "t0ken",
            callUUID: CallUUID(call),
            requestUUID: CallUUID(call),
            to: .phone(919_494_865_411),
            end: kind == .hangup ? CallEnd() : nil,
            parameters: form
        )
        #expect(inbox.events == [expected, expected])
    }

    @Test func theMainAccountsSignatureCounts() async throws {
        try await withCallbackServer { server in
            var headers = server.signed("/plivo/t/ring", form)
            headers["X-Plivo-Signature-Ma-V3"] = headers.updateValue("AAAA=", forKey: "X-Plivo-Signature-V3")
            headers["Host"] = "evil.example"
            #expect(await server.post("/plivo/t/ring", form, headers: headers).status == 200)
        }
    }

    @Test func forgedOnesChangeNothing() async throws {
        let inbox = Inbox()
        try await withCallbackServer(accept: { inbox.add($0) }) { server in
            let path = "/plivo/t/hangup"
            let good = server.signed(path, form)
            var withoutNonce = good
            withoutNonce["X-Plivo-Signature-V3-Nonce"] = nil
            var withOtherNonce = good
            withOtherNonce["X-Plivo-Signature-V3-Nonce"] = "1"
            var withoutSignature = good
            withoutSignature["X-Plivo-Signature-V3"] = nil
            let forged: [(String, String, [String: String])] = [
                (path, form, [:]), (path, form, withoutNonce), (path, form, withOtherNonce),
                (path, form, withoutSignature), (path, form + "&Duration=1", good), (path, "", good),
                ("/plivo/other/hangup", form, good), ("/plivo/t/ring", form, good), (path + "?a=b", form, good),
                (path, form, server.signed(path, form, isGet: true)), (path, "not a callback", [:]),
            ]
            for (path, form, headers) in forged {
                let outcome = await server.post(path, form, headers: headers)
                #expect(outcome.status == 403)
                #expect(outcome.text == CallbackRefusal.forged)
            }
            #expect(await server.get(path + "?" + form, headers: good).status == 403)
        }
        #expect(inbox.events.isEmpty)
    }

    /// Calls in flight keep the URLs with which they were made.
    @Test func callbacksOfAnEarlierPublicURLAreTakenAfterAReload() async throws {
        try await withCallbackServer { server in
            let old = server.verification
            let moved = CallbackServer.Verification(
                publicURL: "https://elsewhere.example.com",
                signature: signature,
                zone: .utc
            )
            try server.server.use(moved, tls: nil)
            #expect(await server.signedPost("/plivo/t/ring", form).status == 200)
            #expect(await server.post("/plivo/t/ring", form, headers: [:]).status == 403)
            try server.server.use(moved, tls: nil)
            #expect(await server.signedPost("/plivo/t/ring", form).status == 403, "only the one before")
            let open = CallbackServer.Verification(publicURL: old.publicURL, signature: nil, zone: .utc)
            try server.server.use(open, tls: nil)
            try server.server.use(moved, tls: nil)
            #expect(
                await server.post("/plivo/t/ring", form, headers: [:]).status == 403,
                "nobody believes everybody again"
            )
        }
    }

    @Test func withoutVerificationAnybodyMayCall() async throws {
        let inbox = Inbox()
        try await withCallbackServer(isVerifying: false, accept: { inbox.add($0) }) { server in
            #expect(await server.post("/plivo/t/ring", form, headers: [:]).status == 200)
            #expect(await server.get("/plivo/t/ring?" + form).status == 200)
        }
        #expect(inbox.events.count == 2)
    }

    @Test func whatCannotBeTaken() async throws {
        let inbox = Inbox()
        try await withCallbackServer(accept: { inbox.add($0) }) { server in
            for form in ["", "Event=Hangup", "{}", "CallUUID=&To="] {
                let outcome = await server.signedPost("/plivo/t/hangup", form)
                #expect(outcome.status == 400)
                #expect(outcome.text == CallbackRefusal.malformed)
            }
            let paths = [
                "/", "", "/plivo", "/plivo/", "/plivo/t", "/plivo/t/", "/plivo/t/hangup/", "/plivo//hangup",
                "/plivo/t/other", "/plivo/t/Hangup", "/healthz/", "/simulator", "/plivo/t/x/hangup",
            ]
            for path in paths { #expect(await server.signedPost(path, form).status == 404) }
            for path in ["/healthz", "/metrics"] {
                let outcome = await server.signedPost(path, form)
                #expect(outcome.status == 405)
                #expect(outcome.response?.headers["allow"] == "GET")
            }
            let deletion = HTTPRequest(method: .delete, url: server.url + "/plivo/t/hangup")
            let outcome = await server.transport.send(deletion)
            #expect(outcome.status == 405)
            #expect(outcome.response?.headers["allow"] == "GET, POST")
        }
        #expect(inbox.events.isEmpty)
    }

    @Test(arguments: [(65_536, 200), (65_537, 413), (1_000_000, 413)])
    func bodiesHaveALimit(size: Int, status: Int) async throws {
        let inbox = Inbox()
        try await withCallbackServer(accept: { inbox.add($0) }) { server in
            let padded = form + String(repeating: "x", count: size - form.utf8.count)
            #expect(await server.signedPost("/plivo/t/ring", padded).status == status)
            var headers = server.signed("/plivo/t/ring", padded)
            headers["Transfer-Encoding"] = "chunked"
            #expect(await server.post("/plivo/t/ring", padded, headers: headers).status == status)
        }
        #expect(inbox.events.count == (status == 200 ? 2 : 0))
    }
}
