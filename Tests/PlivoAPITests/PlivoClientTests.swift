import DialerCore
import PlivoAPI
import RawHTTPServer
import Testing

private let uuid = "34a17f97-b594-4018-9615-75b11f427b32"

/// Runs `test` with a client of a server that gives every request the same answer.
private func withClient(
    _ status: Int = 200,
    _ body: String = "{}",
    headers: [String] = [],
    test: (PlivoClient, CallUUID) async throws -> Void
) async throws -> [RecordedRequest] {
    let id = try #require(CallUUID(uuid))
    let zone = try #require(AccountTimeZone(identifier: "Asia/Kolkata"))
    return try await withServer { connection in
        while connection.readRequest() != nil { connection.answer(status, body, headers: headers) }
    } test: { transport, server in
        let account = PlivoAccount(baseURL: server.url + "/v1/", authID: "MAXX", authToken: "s3cr3t")
        try await test(PlivoClient(account: account, zone: zone, transport: transport), id)
    }
}

@Suite struct PlivoClientTests {
    @Test func makeCall() async throws {
        let request = MakeCallRequest(
            from: "14155550100",
            destinations: [.phone(14157654321), .phone(14153464321)],
            arguments: [.timeLimit: .integer(60)]
        )
        let requests = try await withClient(201, #"{"request_uuid":["\#(uuid)"]}"#) { client, id in
            let answer = await withCheckedContinuation { continuation in
                client.makeCall(request) { continuation.resume(returning: $0) }
            }
            #expect(answer == .accepted(uuids: [id], invalidNumbers: []))
        }
        #expect(requests.map(\.line) == ["POST /v1/Account/MAXX/Call/ HTTP/1.1"])
        #expect(requests.first?.body == #"{"from":"14155550100","time_limit":60,"to":"14157654321<14153464321"}"#)
        #expect(requests.first?.header("Authorization") == "Basic TUFYWDpzM2NyM3Q=")
        #expect(requests.first?.header("Content-Type") == "application/json")
        #expect(requests.first?.header("Transfer-Encoding") == nil)
    }

    @Test func requestLines() async throws {
        let target = CallTransfer.Target(url: "https://example.com/x")
        let query = CallRecordQuery(
            from: "14155550100",
            to: .sip("sip:a+b@example.com"),
            endedFrom: WallTime(milliseconds: 1_729_615_281_129),
            endedTo: WallTime(milliseconds: 1_729_615_281_001),
            limit: 50,
            offset: 40
        )
        let requests = try await withClient(204, "") { client, id in
            _ = await client.callRecord(id)
            _ = await client.callRecords(query)
            _ = await client.callRecords(CallRecordQuery())
            _ = await client.calls(.live)
            _ = await client.calls(.queued)
            _ = await client.call(id, on: .live)
            _ = await client.call(id, on: .queued)
            #expect(await client.hangUp(id).isSuccess)
            #expect(await client.transfer(id, CallTransfer(.both(a: target, b: target))).isSuccess)
        }
        let call = "/v1/Account/MAXX/Call/"
        let filter =
            "?call_direction=outbound&from_number=14155550100&to_number=sip%3Aa%2Bb%40example.com"
            + "&end_time__gte=2024-10-22%2016%3A41%3A21&end_time__lte=2024-10-22%2016%3A41%3A22&limit=20&offset=40"
        #expect(
            requests.map { String($0.line.dropLast(" HTTP/1.1".count)) } == [
                "GET \(call)\(uuid)/", "GET \(call)\(filter)", "GET \(call)?call_direction=outbound&limit=20&offset=0",
                "GET \(call)?status=live", "GET \(call)?status=queued", "GET \(call)\(uuid)/?status=live",
                "GET \(call)\(uuid)/?status=queued", "DELETE \(call)\(uuid)/",
                "POST \(call)\(uuid)/",
            ]
        )
        let transfer = """
            {"aleg_method":"POST","aleg_url":"https://example.com/x","bleg_method":"POST",\
            "bleg_url":"https://example.com/x","legs":"both"}
            """
        #expect(requests.last?.body == transfer)
    }

    @Test(
        arguments: [
            (401, .denied(status: 401, message: "no")), (402, .denied(status: 402, message: "no")),
            (403, .denied(status: 403, message: "no")), (404, .notFound), (429, .rateLimited(retryAfter: .seconds(3))),
            (400, .unavailable(reason: "Plivo answered 400: no")),
            (302, .unavailable(reason: "Plivo answered 302: no")),
            (500, .unavailable(reason: "Plivo answered 500: no")),
            (200, .unavailable(reason: "Plivo's answer cannot be read")),
        ] as [(Int, LookupFailure)]
    )
    func failures(status: Int, failure: LookupFailure) async throws {
        _ = try await withClient(status, #"{"error":"no"}"#, headers: ["Retry-After: 3"]) { client, id in
            #expect(await client.callRecord(id).failure == failure)
            #expect(await client.callRecords(CallRecordQuery()).failure == failure)
            #expect(await client.calls(.live).failure == failure)
            #expect(await client.call(id, on: .queued).failure == failure)
            guard status != 200 else { return }
            #expect(await client.hangUp(id).failure == failure)
        }
    }

    @Test func theTokenIsNotShown() {
        let account = PlivoAccount(baseURL: "https://api.plivo.com/v1", authID: "MAXX", authToken: "s3cr3t")
        #expect(!"\(account)".contains("s3cr3t"))
        #expect(!String(reflecting: account).contains("s3cr3t"))
    }
}

@Suite struct CallRecordTests {
    /// As Plivo sent it (docs/plivo.md, "Call records").
    @Test func answered() async throws {
        let body = """
            {"answer_time":"2020-12-05 18:02:32+05:30","bill_duration":4,"billed_duration":15,\
            "call_direction":"outbound","call_duration":5,"call_state":"ANSWER","call_uuid":"\(uuid)",\
            "conference_uuid":null,"end_time":"2020-12-05 18:02:36+05:30","from_number":"+14155550100",\
            "hangup_cause_code":4000,"hangup_cause_name":"Normal Hangup","hangup_source":"Answer XML",\
            "initiation_time":"2020-12-05 18:02:26+05:30","parent_call_uuid":null,"resource_uri":"/v1/x",\
            "to_number":"14157654321","total_amount":"0.00680","total_rate":"0.02720"}
            """
        _ = try await withClient(200, body) { client, id in
            let expected = CallRecord(
                callUUID: id,
                from: "14155550100",
                to: .phone(14157654321),
                initiatedAt: WallTime(rfc3339: "2020-12-05T12:32:26Z"),
                end: CallEnd(
                    causeCode: 4000,
                    causeName: "Normal Hangup",
                    source: "Answer XML",
                    status: "ANSWER",
                    answeredAt: WallTime(rfc3339: "2020-12-05T12:32:32Z"),
                    endedAt: WallTime(rfc3339: "2020-12-05T12:32:36Z"),
                    durationSeconds: 4,
                    cost: Cost("0.00680")
                )
            )
            #expect(await client.callRecord(id) == .success(expected))
        }
    }

    /// Times without an offset are in the account's zone; numbers may be text, and text numbers; null counts as missing.
    @Test func unansweredInOtherTypes() async throws {
        let body = """
            {"answer_time":null,"call_uuid":"\(uuid)","call_direction":"inbound","from_number":null,\
            "to_number":"sip:Bob@Phone.plivo.com","end_time":"2020-12-05 18:02:36","hangup_cause_code":"3010",\
            "bill_duration":"0","total_amount":0.0068,"hangup_source":""}
            """
        _ = try await withClient(200, body) { client, id in
            let expected = CallRecord(
                callUUID: id,
                to: .sip("sip:Bob@phone.plivo.com"),
                isOutbound: false,
                end: CallEnd(
                    causeCode: 3010,
                    endedAt: WallTime(rfc3339: "2020-12-05T12:32:36Z"),
                    durationSeconds: 0,
                    cost: Cost("0.00680")
                )
            )
            #expect(await client.callRecord(id) == .success(expected))
        }
    }

    /// A call under way must not be settled by its record.
    @Test(arguments: ["", #","answer_time":"2020-12-05 18:02:32+05:30""#, #","end_time":null"#, #","end_time":"""#])
    func aRecordWithoutAnEnd(addition: String) async throws {
        _ = try await withClient(200, #"{"call_uuid":"\#(uuid)"\#(addition)}"#) { client, id in
            #expect(await client.callRecord(id).failure == .notFound)
        }
    }

    @Test func aPage() async throws {
        let body = """
            {"api_id":"x","meta":{"limit":20,"next":null,"offset":20,"previous":null,"total_count":41},\
            "objects":[{"call_uuid":"\(uuid)","to_number":"14157654321"}]}
            """
        _ = try await withClient(200, body) { client, id in
            let record = CallRecord(callUUID: id, to: .phone(14157654321), end: CallEnd())
            let expected = CallRecordPage(records: [record], totalCount: 41, offset: 20)
            #expect(await client.callRecords(CallRecordQuery(offset: 20)) == .success(expected))
        }
    }

    /// A call missing on an incomplete page would count as never placed.
    @Test(arguments: [
        #"{"objects":[]}"#, #"{"meta":{},"objects":[]}"#, #"{"meta":{"total_count":0}}"#,
        #"{"meta":{"total_count":1},"objects":[{"to_number":"14157654321"}]}"#,
        #"{"meta":{"total_count":1},"objects":{}}"#, "[]", "",
    ])
    func anIncompletePage(body: String) async throws {
        _ = try await withClient(200, body) { client, _ in
            let failure = await client.callRecords(CallRecordQuery()).failure
            #expect(failure == .unavailable(reason: "Plivo's answer cannot be read"))
        }
    }
}

@Suite struct LiveCallTests {
    @Test func oneCall() async throws {
        let body = """
            {"api_id":"x","call_status":"in-progress","call_uuid":"\(uuid)","caller_name":"","direction":"outbound",\
            "from":"+14155550100","request_uuid":"\(uuid)","session_start":"2017-05-22 13:17:49.050872",\
            "to":"14157654321","stir_verification":"Verified"}
            """
        _ = try await withClient(200, body) { client, id in
            let expected = LiveCall(
                callUUID: id,
                requestUUID: id,
                from: "14155550100",
                to: .phone(14157654321),
                status: "in-progress",
                startedAt: WallTime(rfc3339: "2017-05-22T13:17:49.050Z")
            )
            #expect(await client.call(id, on: .live) == .success(expected))
        }
    }

    @Test(
        arguments: [
            (#"{"calls":["\#(uuid)"]}"#, 1), (#"{"calls":[]}"#, 0), (#"{"calls":["\#(uuid)","x"]}"#, nil),
            (#"{"calls":null}"#, nil), (#"{}"#, nil), ("", nil),
        ] as [(String, Int?)]
    )
    func lists(body: String, count: Int?) async throws {
        _ = try await withClient(200, body) { client, id in
            let expected = count.map { Array(repeating: id, count: $0) }
            #expect((try? await client.calls(.live).get()) == expected)
            #expect((try? await client.calls(.queued).get()) == expected)
        }
    }
}

extension Result {
    var failure: Failure? {
        if case .failure(let failure) = self { failure } else { nil }
    }

    var isSuccess: Bool { failure == nil }
}
