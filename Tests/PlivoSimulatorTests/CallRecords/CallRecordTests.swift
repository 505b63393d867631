import Foundation
import PlivoSimulator
import Testing

@Suite struct CallRecordTests {
    /// 60 busy calls, one a second, with their CDRs.
    private func harness() throws -> SimulationHarness {
        var harness = SimulationHarness(only: .busy) {
            $0.callsPerSecond = 1
            $0.cdrDelayMilliseconds = 0
        }
        try harness.place(to: (100...159).map { "14155550\($0)" }.joined(separator: "<"))
        harness.run()
        return harness
    }

    private func total(_ harness: SimulationHarness, _ query: String) throws -> Int {
        let parameters = QueryParameters(query)
        let filter = try CDRFilter(parameters, at: harness.now)
        return try harness.simulation.recordedCalls(filter, page: Page(parameters), at: harness.now).total
    }

    @Test func aPageHas20CDRsTheLatestFirst() throws {
        let harness = try harness()
        let filter = try CDRFilter(QueryParameters(nil), at: harness.now)
        var seen: [UUID] = []
        for offset in stride(from: 0, to: 60, by: 20) {
            let page = try Page(QueryParameters("offset=\(offset)"))
            let (total, calls) = harness.simulation.recordedCalls(filter, page: page, at: harness.now)
            #expect(total == 60)
            #expect(calls.count == 20)
            seen += calls.map(\.callUUID)
        }
        let byEnd = harness.calls.sorted { ($0.endedAt ?? $0.placedAt) > ($1.endedAt ?? $1.placedAt) }
        #expect(seen == byEnd.map(\.callUUID))
    }

    @Test(arguments: [
        ("", 60), ("call_direction=outbound", 60), ("call_direction=inbound", 0), ("from_number=14155550100", 60),
        ("from_number=%2B14155550100", 60), ("from_number=1415", 60), ("from_number=999", 0),
        ("to_number=14155550105", 1),
        ("to_number=%2B1415555012", 10), ("hangup_cause_code=4000", 0), ("hangup_source=Carrier", 60),
        ("hangup_source=Plivo", 0),
        ("bill_duration=0", 60), ("bill_duration__gt=0", 0), ("bill_duration__gte=0&bill_duration__lt=5", 60),
        ("parent_call_uuid=x", 0), ("subaccount=SA", 0), ("unheard_of=1", 60), ("stir_verification=Verified", 60),
        ("end_time__gte=2026-11-22 09:00", 60), ("end_time__lt=2026-11-22 09:00", 0),
        ("end_time__gt=2026-11-22 10:00", 0),
        ("end_time__gte=2026-11-22 09:00:00&end_time__lte=2026-11-22 10:00:00.000001", 60),
        ("end_time__gte=2026-11-22%2008:59&end_time__lt=2026-11-22+09:00", 0),
    ])
    func filters(query: String, expected: Int) throws {
        #expect(try total(harness(), query) == expected)
    }

    @Test func endTimesAreComparedToTheMicrosecond() throws {
        let harness = try harness()
        let middle = try #require(harness.calls[30].endedAt)
        let text = FormEncoding.encode([("t", AccountTimeZone.sessionStart(middle))]).dropFirst(2)
        let from = try total(harness, "end_time__gte=\(text)")
        #expect(try total(harness, "end_time__gt=\(text)") == from - 1)
        #expect(try total(harness, "end_time__lt=\(text)") == 60 - from)
        #expect(try total(harness, "end_time__lte=\(text)") == 61 - from)
    }

    @Test(arguments: [
        "limit=21", "limit=0", "limit=x", "offset=-1", "call_direction=up", "end_time=yesterday",
        "end_time__gte=2026-11-22T09:00:00Z", "bill_duration=x", "hangup_cause_code=busy",
        "end_time__gte=2026-10-01 00:00&end_time__lte=2026-11-22 00:00",
    ])
    func refuses(query: String) throws {
        let harness = try harness()
        #expect(throws: BadRequest.self) { try total(harness, query) }
    }

    @Test func withoutABoundTheListCovers7Days() throws {
        var harness = try harness()
        harness.now = harness.now.adding(milliseconds: 8 * 86_400_000)
        #expect(try total(harness, "") == 0)
        #expect(try total(harness, "end_time__gte=2026-11-22 09:00") == 60)
    }

    @Test func linksKeepTheFilters() throws {
        let query = QueryParameters("to_number=1415&limit=5&offset=5&from_number=%2B1")
        let links = try Page(query).links(path: "/p/", query: query, total: 12)
        #expect(links.previous == "/p/?from_number=%2B1&limit=5&offset=0&to_number=1415")
        #expect(links.next == "/p/?from_number=%2B1&limit=5&offset=10&to_number=1415")
        let last = try Page(QueryParameters("offset=10")).links(path: "/p/", query: QueryParameters(nil), total: 12)
        #expect(last.next == nil)
        let first = try Page(QueryParameters(nil)).links(path: "/p/", query: QueryParameters(nil), total: 12)
        #expect(first.previous == nil)
    }

    @Test func theCDRHasTheDocumentedMembers() throws {
        var harness = SimulationHarness(only: .busy)
        try harness.place()
        harness.run()
        let uuid = harness.calls[0].callUUID.lowercaseText
        let json = harness.calls[0].cdrJSON(authID: "MA", timeZone: .utc, apiID: Samples.uuid(1)).json
        #expect(
            json.hasPrefix(#"{"answer_time":null,"api_id":"00000000-0000-0000-0000-000000000001","bill_duration":0,"#)
        )
        for member in [
            #""from_number":"+14155550100""#, #""to_number":"14155550101""#, #""call_direction":"outbound""#,
            #""hangup_source":"Carrier""#, #""total_amount":"0.00000""#, #""total_rate":"0.00500""#,
            #""parent_call_uuid":null"#, #""resource_uri":"/v1/Account/MA/Call/\#(uuid)/""#,
        ] {
            #expect(json.contains(member))
        }
    }
}
