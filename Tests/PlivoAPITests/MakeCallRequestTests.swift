import DialerCore
import PlivoAPI
import Testing

@Suite struct MakeCallRequestTests {
    @Test func everyArgumentIsSentWithItsDocumentedType() throws {
        let typed: [CallArgument: String] = [
            .from: "19998887777", .answerURL: "https://example.com/a?x=1&y=/z", .answerMethod: "get",
            .ringURL: "https://example.com/r", .ringMethod: "POST", .hangupURL: "https://example.com/h",
            .hangupMethod: "POST", .fallbackURL: "https://example.com/f", .fallbackMethod: "POST",
            .callerName: "Zoë \"Z\"", .sendDigits: "1w2W3", .sendOnPreanswer: "true", .timeLimit: "60",
            .hangupOnRing: "30", .machineDetection: "true", .machineDetectionTime: "5000",
            .machineDetectionURL: "https://example.com/m", .machineDetectionMethod: "POST", .sipHeaders: "a=1,b=2",
            .ringTimeout: "45", .parentCallUUID: "9834029e-58b6-11e1-b8b7-a5bd0e4e126f",
            .errorIfParentNotFound: "false",
        ]
        #expect(Set(typed.keys) == Set(CallArgument.allCases))
        var arguments: CallArguments = [:]
        for (argument, text) in typed { arguments[argument] = try argument.value(of: text) }
        let request = MakeCallRequest(
            from: "14155550100",
            destinations: [.phone(14157654321), .phone(14153464321), .sip("sip:john1234@phone.plivo.com")],
            arguments: arguments
        )
        let expected = """
            {"answer_method":"GET","answer_url":"https://example.com/a?x=1&y=/z","caller_name":"Zoë \\"Z\\"",\
            "error_if_parent_not_found":false,"fallback_method":"POST","fallback_url":"https://example.com/f",\
            "from":"14155550100","hangup_method":"POST","hangup_on_ring":30,"hangup_url":"https://example.com/h",\
            "machine_detection":"true","machine_detection_method":"POST","machine_detection_time":5000,\
            "machine_detection_url":"https://example.com/m",\
            "parent_call_uuid":"9834029e-58b6-11e1-b8b7-a5bd0e4e126f","ring_method":"POST","ring_timeout":45,\
            "ring_url":"https://example.com/r","send_digits":"1w2W3","send_on_preanswer":true,\
            "sip_headers":"a=1,b=2","time_limit":60,"to":"14157654321<14153464321<sip:john1234@phone.plivo.com"}
            """
        #expect(String(decoding: try request.json(), as: UTF8.self) == expected)
    }

    @Test func oneDestinationHasNoDelimiter() throws {
        let request = MakeCallRequest(from: "14155550100", destinations: [.phone(14157654321)], arguments: [:])
        let json = String(decoding: try request.json(), as: UTF8.self)
        #expect(json == #"{"from":"14155550100","to":"14157654321"}"#)
    }

    @Test func everyCallIsReportedToTheDaemon() throws {
        let urls = CallbackURLs(publicURL: "https://dialer.example.com", token: "T")
        let theirs = ArgumentValue.text("https://example.com/theirs")
        let request = MakeCallRequest(
            from: "14155550100",
            destinations: [.phone(14157654321)],
            arguments: [.ringURL: theirs, .ringMethod: .text("GET"), .hangupURL: theirs, .answerURL: theirs],
            reportingTo: urls
        )
        #expect(request.arguments[.ringURL] == .text(urls.ring))
        #expect(request.arguments[.ringMethod] == .text("POST"))
        #expect(request.arguments[.hangupURL] == .text(urls.hangup))
        #expect(request.arguments[.answerURL] == theirs)
        #expect(request.arguments[.machineDetectionURL] == nil, "it would make detection asynchronous")
    }

    @Test func asynchronousDetectionIsReportedToTheDaemon() throws {
        let urls = CallbackURLs(publicURL: "https://dialer.example.com", token: "T")
        let request = MakeCallRequest(
            from: "14155550100",
            destinations: [.phone(14157654321)],
            arguments: [.machineDetectionURL: .text("https://example.com/theirs")],
            reportingTo: urls
        )
        #expect(request.arguments[.machineDetectionURL] == .text(urls.machine))
        #expect(request.arguments[.machineDetectionMethod] == .text("POST"))
    }
}
