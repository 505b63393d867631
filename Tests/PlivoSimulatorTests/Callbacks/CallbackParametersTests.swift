import Foundation
import PlivoSimulator
import Testing

/// The callbacks are equal, byte for byte, to published captures of real callbacks (docs/plivo.md, "Callbacks"). One
/// `To` is shortened, because its publisher had made it longer than a number can be.
@Suite struct CallbackParametersTests {
    private static let authID = "MAZJNLNJIYNWMZYZHIMM"

    @Test func ring() throws {
        var call = try call("38cb006a-e25d-4455-9862-27550dbea7e9", from: "918035735900", to: "919494865411")
        call.state = .ringing
        let now = try utc("2024-10-25 14:13:35.846244")
        #expect(
            try form(.ring, call, now)
                == "CallStatus=ringing&CallUUID=38cb006a-e25d-4455-9862-27550dbea7e9&CallerName=&Direction=outbound"
                + "&Event=Ring&From=%2B918035735900&ParentAuthID=MAZJNLNJIYNWMZYZHIMM"
                + "&RequestUUID=38cb006a-e25d-4455-9862-27550dbea7e9&SessionStart=2024-10-25+14%3A13%3A35.846244"
                + "&To=919494865411"
        )
    }

    @Test func answer() throws {
        var call = try call("38cb006a-e25d-4455-9862-27550dbea7e9", from: "918035735900", to: "919494865411")
        call.answeredAt = try utc("2024-10-25 14:13:37.779297")
        #expect(
            try form(.answer, call, #require(call.answeredAt))
                == "ALegRequestUUID=38cb006a-e25d-4455-9862-27550dbea7e9"
                + "&ALegUUID=38cb006a-e25d-4455-9862-27550dbea7e9&BillRate=0.005&CallStatus=in-progress"
                + "&CallUUID=38cb006a-e25d-4455-9862-27550dbea7e9&CountryCode=IN&Direction=outbound&Event=StartApp"
                + "&From=918035735900&ParentAuthID=MAZJNLNJIYNWMZYZHIMM"
                + "&RequestUUID=38cb006a-e25d-4455-9862-27550dbea7e9&RouteType=Domestic_Anchored"
                + "&STIRAttestation=Not+Applicable&STIRVerification=Not+Applicable"
                + "&SessionStart=2024-10-25+14%3A13%3A37.779297&To=919494865411"
        )
    }

    @Test func hangupOfAnAnsweredCall() throws {
        var call = try call("64d3290a-87a6-46b4-a6e2-20f5f4e07a02", from: "917658035735900", to: "917733455539743")
        call.startedAt = try utc("2024-09-26 08:35:08")
        call.rangAt = try utc("2024-09-26 08:35:10.910772")
        call.answeredAt = try utc("2024-09-26 08:35:18")
        call.endedAt = try utc("2024-09-26 08:36:23")
        call.talkMilliseconds = 65_500
        call.cause = .normalHangup
        call.source = .callee
        #expect(
            try form(.hangup, call, #require(call.endedAt))
                == "ALegRequestUUID=64d3290a-87a6-46b4-a6e2-20f5f4e07a02"
                + "&ALegUUID=64d3290a-87a6-46b4-a6e2-20f5f4e07a02&AnswerTime=2024-09-26+14%3A05%3A18&BillDuration=120"
                + "&BillRate=0.005&CallStatus=completed&CallUUID=64d3290a-87a6-46b4-a6e2-20f5f4e07a02"
                + "&Direction=outbound&Duration=66&EndTime=2024-09-26+14%3A06%3A23&Event=Hangup&From=917658035735900"
                + "&HangupCause=NORMAL_CLEARING&HangupCauseCode=4000&HangupCauseName=Normal+Hangup"
                + "&HangupSource=Callee&ParentAuthID=MAZJNLNJIYNWMZYZHIMM"
                + "&RequestUUID=64d3290a-87a6-46b4-a6e2-20f5f4e07a02&STIRAttestation=Not+Applicable"
                + "&STIRVerification=Not+Applicable&SessionStart=2024-09-26+08%3A35%3A10.910772"
                + "&StartTime=2024-09-26+14%3A05%3A08&To=917733455539743&TotalCost=0.01000"
        )
    }

    @Test func hangupOfABusyCall() throws {
        var call = try call("672b0b3f-e4b9-46e7-8fa9-3b48c7da8683", from: "918035735900", to: "919494865411")
        call.startedAt = try utc("2024-10-22 11:10:48.000000")
        call.rangAt = try utc("2024-10-22 11:10:48.129660")
        call.endedAt = try utc("2024-10-22 11:11:21")
        call.cause = .busyLine
        call.source = .carrier
        #expect(
            try form(.hangup, call, #require(call.endedAt))
                == "AnswerTime=&BillDuration=0&BillRate=0.005&CallStatus=busy"
                + "&CallUUID=672b0b3f-e4b9-46e7-8fa9-3b48c7da8683&Direction=outbound&Duration=0"
                + "&EndTime=2024-10-22+16%3A41%3A21&Event=Hangup&From=%2B918035735900&HangupCause=USER_BUSY"
                + "&HangupCauseCode=3010&HangupCauseName=Busy+Line&HangupSource=Carrier"
                + "&ParentAuthID=MAZJNLNJIYNWMZYZHIMM&RequestUUID=672b0b3f-e4b9-46e7-8fa9-3b48c7da8683"
                + "&STIRAttestation=Not+Applicable&STIRVerification=Not+Applicable"
                + "&SessionStart=2024-10-22+11%3A10%3A48.129660&StartTime=2024-10-22+16%3A40%3A48&To=919494865411"
                + "&TotalCost=0.00000"
        )
    }

    @Test(arguments: [("true", "continue"), ("hangup", "hangup")])
    func machineDetection(mode: String, ifMachine: String) throws {
        let changes: [String: JSONValue] = [
            "machine_detection": .string(mode), "machine_detection_url": .string("http://127.0.0.1/m"),
            "sip_headers": .string("head1=val1"),
        ]
        var call = try call("38cb006a-e25d-4455-9862-27550dbea7e9", from: "14155550100", to: "14155550101", changes)
        call.answeredAt = Samples.start
        call.machine = true
        let uuid = "38cb006a-e25d-4455-9862-27550dbea7e9"
        #expect(
            try form(.machineDetection, call, Samples.start)
                == "ALegRequestUUID=\(uuid)&ALegUUID=\(uuid)&CallStatus=in-progress&CallUUID=\(uuid)"
                + "&Direction=outbound&Event=MachineDetection&From=14155550100&IfMachine=\(ifMachine)&Machine=true"
                + "&ParentAuthID=MAZJNLNJIYNWMZYZHIMM&RequestUUID=\(uuid)&To=14155550101&X-PH-head1=val1"
        )
    }

    private func form(_ event: CallbackEvent, _ call: Call, _ now: Moment) throws -> String {
        let timeZone = try #require(AccountTimeZone(identifier: "Asia/Kolkata"))
        let parameters = CallbackParameters(authID: Self.authID, timeZone: timeZone)
        return FormEncoding.encode(parameters.fields(of: event, call: call, at: now))
    }

    private func call(
        _ uuid: String,
        from: String,
        to: String,
        _ changes: [String: JSONValue] = [:]
    ) throws -> Call {
        let uuid = try #require(UUID(uuidString: uuid))
        return try Call(
            callUUID: uuid,
            requestUUID: uuid,
            destination: #require(Destination(to)),
            ordinal: 0,
            request: Samples.request(changes.merging(["from": .string(from)]) { $1 }),
            placedAt: Samples.start
        )
    }

    private func utc(_ text: String) throws -> Moment {
        try #require(CivilTime.parse(text)).momentInUTC
    }
}
