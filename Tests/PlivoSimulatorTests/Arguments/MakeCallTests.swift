import PlivoSimulator
import Testing

@Suite struct MakeCallTests {
    @Test func documentedDefaults() throws {
        let request = try Samples.request()
        #expect(request.answer.method == .post)
        #expect(request.timeLimit == 14_400)
        #expect(request.ringTimeout == 120)
        #expect(request.hangupOnRing == nil)
        #expect(request.machineDetection == nil)
        #expect(!request.errorIfParentNotFound)
    }

    /// plivo-python always sends these.
    @Test func theDefaultsOfTheSDKsAreAccepted() throws {
        _ = try Samples.request([
            "answer_method": .string("POST"), "ring_method": .string("POST"), "hangup_method": .string("POST"),
            "fallback_method": .string("POST"), "machine_detection_method": .string("POST"),
            "machine_detection_time": .integer(5000), "ring_timeout": .integer(120),
            "error_if_parent_not_found": .boolean(false), "caller_name": .null, "something_new": .other,
        ])
    }

    @Test(arguments: [
        ("from", JSONValue.null, "from parameter is missing"), ("from", .string(""), "from parameter is missing"),
        ("from", .integer(14_155_550_100), "from parameter is invalid"),
        ("from", .string("Bob"), "from parameter is invalid"),
        ("answer_url", .null, "answer_url parameter is missing"),
        ("answer_url", .string("x"), "answer_url parameter is invalid"),
        ("answer_method", .string("PUT"), "answer_method parameter is invalid"),
        ("answer_method", .string("post"), "answer_method parameter is invalid"),
        ("hangup_url", .boolean(true), "hangup_url parameter is invalid"),
        ("ring_method", .string(""), "ring_method parameter is invalid"),
        ("time_limit", .string("30"), "time_limit parameter is invalid"),
        ("time_limit", .integer(0), "time_limit parameter is invalid"),
        ("time_limit", .boolean(true), "time_limit parameter is invalid"),
        ("hangup_on_ring", .integer(-1), "hangup_on_ring parameter is invalid"),
        ("ring_timeout", .other, "ring_timeout parameter is invalid"),
        ("machine_detection", .string("false"), "machine_detection parameter is invalid"),
        ("machine_detection", .boolean(false), "machine_detection parameter is invalid"),
        ("machine_detection_time", .integer(1999), "machine_detection_time parameter is invalid"),
        ("machine_detection_time", .integer(10_001), "machine_detection_time parameter is invalid"),
        ("send_on_preanswer", .string("true"), "send_on_preanswer parameter is invalid"),
        ("error_if_parent_not_found", .integer(1), "error_if_parent_not_found parameter is invalid"),
        ("caller_name", .string(String(repeating: "x", count: 51)), "caller_name parameter is invalid"),
        ("sip_headers", .string("a"), "sip_headers parameter is invalid"),
        ("sip_headers", .string("a-b=1"), "sip_headers parameter is invalid"),
        ("sip_headers", .string("a=1,"), "sip_headers parameter is invalid"),
        ("send_digits", .string("1;2"), "send_digits parameter is invalid"),
    ])
    func refuses(name: String, value: JSONValue, message: String) {
        #expect(throws: BadRequest(message)) { try Samples.request([name: value]) }
    }

    @Test func sipHeadersArePrefixed() throws {
        let headers = try Samples.request(["sip_headers": .string("head1=val1,B=2")]).sipHeaders
        #expect(headers.map(\.key) == ["X-PH-head1", "X-PH-B"])
        #expect(headers.map(\.value) == ["val1", "2"])
    }

    @Test(arguments: [
        ("14155550101", ["14155550101"], false), ("+14155550101", ["14155550101"], false),
        ("14155550101<14155550102", ["14155550101", "14155550102"], true),
        (" 14155550101 <  14155550102 ", ["14155550101", "14155550102"], true),
        ("14155550101<14155550101", ["14155550101"], true),
        ("14155550101<+14155550101", ["14155550101", "14155550101"], true),
        ("14155550101<sip:john1234@phone.plivo.com", ["14155550101", "sip:john1234@phone.plivo.com"], true),
    ])
    func destinations(to: String, addresses: [String], isBulk: Bool) throws {
        let list = try DestinationList(reading: ArgumentReader(["to": .string(to)]))
        #expect(list.destinations.map(\.address) == addresses)
        #expect(list.isBulk == isBulk)
    }

    @Test(arguments: [
        "1415555010a", "14155550101<", "<", "123456", "1234567890123456", "0123456789", "sip:x", "sip:@h", "sip:a@b c",
        "++14155550101",
    ])
    func refusesDestinations(to: String) {
        #expect(throws: BadRequest("to parameter is invalid")) {
            try DestinationList(reading: ArgumentReader(["to": .string(to)]))
        }
    }

    @Test func atMostAThousandUniqueDestinations() throws {
        let thousand = (0..<1000).map { String(14_150_000_000 + $0) }
        let list = try DestinationList(
            reading: ArgumentReader(["to": .string((thousand + thousand).joined(separator: "<"))])
        )
        #expect(list.destinations.count == 1000)
        let more = (thousand + ["14160000000"]).joined(separator: "<")
        #expect(throws: BadRequest.self) { try DestinationList(reading: ArgumentReader(["to": .string(more)])) }
    }

    @Test(arguments: [
        (["aleg_url": JSONValue.string("http://h/")], nil), ([:], "aleg_url parameter is missing"),
        (["legs": .string("x"), "aleg_url": .string("http://h/")], "legs parameter is invalid"),
        (["legs": .string("bleg"), "aleg_url": .string("http://h/")], "bleg_url parameter is missing"),
        (["legs": .string("both"), "aleg_url": .string("http://h/"), "bleg_url": .string("http://h/")], nil),
    ])
    func transfers(members: [String: JSONValue], message: String?) {
        do throws(BadRequest) {
            _ = try Transfer(reading: ArgumentReader(members))
            #expect(message == nil)
        } catch {
            #expect(error.message == message)
        }
    }
}
