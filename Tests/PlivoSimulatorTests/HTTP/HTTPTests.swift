import AsyncHTTPClient
import NIOHTTP1
import PlivoSimulator
import Testing

/// The simulator over real sockets.
@Suite(.timeLimit(.minutes(2))) struct HTTPTests {
    @Test func aBulkRequestFromTheCallToTheCDR() async throws {
        try await RunningSimulator.run {
            $0.calls.shares = OutcomeShares(weights: [.answered: 1])
        } _: { simulator in
            let answer = try await simulator.call(
                "14155550101< +14155550102",
                [
                    "ring_url": simulator.receiver("/ring?x=1"), "answer_url": simulator.receiver("/answer#rc=2"),
                    "hangup_url": simulator.receiver("/hangup"), "ring_method": .string("GET"),
                ]
            )
            #expect(answer.status == 201)
            #expect(answer.body.contains(#""message":"calls fired","request_uuid":[""#))

            var callbacks: [String: [CallbackReceiver.Callback]] = [:]
            for await callback in simulator.callbacks {
                callbacks[callback.parameters["To"] ?? "", default: []].append(callback)
                if callbacks.values.joined().count == 6 { break }
            }
            for (to, callbacks) in callbacks {
                #expect(["14155550101", "14155550102"].contains(to))
                #expect(callbacks.map(\.path) == ["/ring", "/answer", "/hangup"])
                #expect(callbacks.map(\.method) == ["GET", "POST", "POST"])
                #expect(callbacks.allSatisfy { isSigned($0, simulator) })
                let uuid = try #require(callbacks[0].parameters["CallUUID"])
                #expect(answer.body.contains(uuid))
                let record = try await simulator.request(.GET, "Call/\(uuid)/?call_uuid=\(uuid)")
                #expect(record.status == 200)
                #expect(record.body.contains(#""to_number":"\#(to)""#))
            }
            let list = try await simulator.request(.GET, "Call/?limit=1")
            #expect(list.body.contains(#""next":"/v1/Account/MA00000000000000DEMO/Call/?limit=1\u0026offset=1""#))
            #expect(list.body.contains(#""total_count":2"#))
        }
    }

    private func isSigned(_ callback: CallbackReceiver.Callback, _ simulator: RunningSimulator) -> Bool {
        let query = callback.query.map { "?\($0)" } ?? ""
        guard let url = CallbackURL("http://127.0.0.1:\(simulator.receiverPort)\(callback.path)\(query)") else {
            return false
        }
        let expected = SignatureV3.sign(
            method: callback.method == "GET" ? .get : .post,
            url: url,
            parameters: FormEncoding.decode(callback.body),
            nonce: callback.header("X-Plivo-Signature-V3-Nonce"),
            token: simulator.settings.authToken
        )
        return callback.header("X-Plivo-Signature-V3") == expected
            && callback.header("X-Plivo-Signature-Ma-V3") == expected
    }

    @Test func aQueuedCall() async throws {
        try await RunningSimulator.run {
            $0.calls.callsPerSecond = 0.01
            $0.calls.speed = 0.01
        } _: { simulator in
            #expect(try await simulator.call("14155550101").body.contains(#""message":"call fired","request_uuid":""#))
            let queued = try await simulator.call("14155550102")
            #expect(queued.body.contains(#""message":"call queued","request_uuid":""#))
            let uuid = try #require(queued.body.split(separator: "\"").dropLast().last)
            #expect(try await simulator.request(.GET, "Call/\(uuid)/").status == 404)
            #expect(try await simulator.request(.GET, "Call/\(uuid)/?status=live").status == 404)
            #expect(try await simulator.request(.GET, "Call/?status=live").body.contains(#""calls":[""#))
            #expect(try await simulator.request(.GET, "Call/?status=queued").body.contains(uuid))
            let one = try await simulator.request(.GET, "Call/\(uuid)/?status=queued")
            #expect(one.body.contains(#""call_status":"queued""#))
            #expect(try await simulator.request(.DELETE, "Request/\(uuid)/").status == 204)
            #expect(try await simulator.request(.DELETE, "Call/\(uuid)/").status == 404)
            #expect(try await simulator.request(.GET, "Call/?status=queued").body.contains(#""calls":[]"#))
            #expect(try await simulator.request(.DELETE, "Call/").status == 204)
            #expect(try await simulator.request(.GET, "Call/?status=live").body.contains(#""calls":[]"#))
        }
    }

    @Test(arguments: ["", "[]", "{", "from=1&to=2"])
    func refusesBodiesThatAreNoJSONObject(body: String) async throws {
        try await RunningSimulator.run { simulator in
            let answer = try await simulator.request(.POST, "Call/", body: body)
            #expect(answer.status == 400)
            #expect(answer.body.contains(#""api_id":""#))
            let form = try await simulator.request(.POST, "Call/", body: "{}", contentType: "text/plain")
            #expect(form.status == 400)
        }
    }

    @Test func refusals() async throws {
        let rules = try ["0400=400", "0403=403"].map(RefusalRule.init(parsing:))
        try await RunningSimulator.run {
            $0.refusalRules = rules
        } _: { simulator in
            let unauthorized = try await simulator.request(.GET, "Call/", authorization: "Basic eDp5")
            #expect(unauthorized.status == 401)
            #expect(unauthorized.body == #"{"error": "authentication credentials were not provided"}"#)
            let missing = try await simulator.request(
                .POST,
                "Call/",
                body: #"{"from":"14155550100","to":"14155550101"}"#
            )
            #expect(missing.status == 400)
            #expect(missing.body.contains(#""error":"answer_url parameter is missing""#))
            #expect(try await simulator.call("14155550101<14155550400").status == 400)
            let barred = try await simulator.call("14155550403")
            #expect(barred.status == 403)
            #expect(barred.body.contains("Calls to this destination region are barred."))
            #expect(try await simulator.request(.PUT, "Call/").status == 405)
            #expect(try await simulator.request(.POST, "Call", body: "{}").status == 404)
            #expect(try await simulator.request(.GET, "Call/nonsense/").status == 404)
            #expect(try await simulator.request(.GET, "Call/?limit=50").status == 400)
            #expect(try await simulator.page("/simulator/calls") == "{\"calls\":[\n]}\n")
        }
    }

    @Test func aRequestWhoseAnswerIsLostPlacesTheCall() async throws {
        try await RunningSimulator.run {
            $0.calls.faults = FaultRates([.answerLost: 1])
        } _: { simulator in
            await #expect(throws: HTTPClientError.remoteConnectionClosed) { try await simulator.call("14155550101") }
            let page = try await simulator.page("/simulator/calls")
            #expect(page.contains(#""to":"14155550101""#))
        }
    }

    @Test(arguments: [(Fault.http500After, 500, true), (.http500Before, 500, false), (.http429, 429, false)])
    func faultsOfRequests(fault: Fault, status: Int, isPlaced: Bool) async throws {
        try await RunningSimulator.run {
            $0.calls.faults = FaultRates([fault: 1])
        } _: { simulator in
            let answer = try await simulator.call("14155550101")
            #expect(answer.status == status)
            let page = try await simulator.page("/simulator/calls")
            #expect(page.contains("14155550101") == isPlaced)
        }
    }

    @Test func anAnswerURLThatFailsEndsTheCall() async throws {
        try await RunningSimulator.run {
            $0.calls.shares = OutcomeShares(weights: [.answered: 1])
            $0.calls.speed = 10
        } _: { simulator in
            _ = try await simulator.call(
                "14155550101",
                ["answer_url": simulator.receiver("/status/404/"), "hangup_url": simulator.receiver("/hangup")]
            )
            for await callback in simulator.callbacks where callback.path == "/hangup" {
                #expect(callback.parameters["HangupCauseCode"] == "7011")
                break
            }
            let stats = try await simulator.page("/simulator/stats")
            #expect(stats.contains(#""calls":{"queued":0,"ringing":0,"in_progress":0,"ended":1}"#))
        }
    }

    @Test func listsManyCalls() async throws {
        try await RunningSimulator.run { simulator in
            let numbers = (0..<1000).map { String(14_150_000_000 + $0) }
            for start in 0..<3 {
                let bulk = numbers.map { "\($0)\(start)" }.joined(separator: "<")
                #expect(try await simulator.call(bulk).status == 201)
            }
            let page = try await simulator.page("/simulator/calls")
            #expect(page.split(separator: "\n").count == 3002)
        }
    }
}
