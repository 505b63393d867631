import DialerCore
import PlivoAPI
import Testing

/// Callbacks as Plivo sent them, to an account whose zone is India's (docs/plivo.md, "Callbacks").
private enum Capture {
    static let ring = """
        CallStatus=ringing&CallUUID=38cb006a-e25d-4455-9862-27550dbea7e9&CallerName=&Direction=outbound&Event=Ring\
        &From=%2B918035735900&ParentAuthID=MAZJNLNJIYNWMZYZHIMM&RequestUUID=38cb006a-e25d-4455-9862-27550dbea7e9\
        &SessionStart=2024-10-25+14%3A13%3A35.846244&To=919494865411
        """
    static let answer = """
        ALegRequestUUID=38cb006a-e25d-4455-9862-27550dbea7e9&ALegUUID=38cb006a-e25d-4455-9862-27550dbea7e9\
        &BillRate=0.005&CallStatus=in-progress&CallUUID=38cb006a-e25d-4455-9862-27550dbea7e9&CountryCode=IN\
        &Direction=outbound&Event=StartApp&From=918035735900&ParentAuthID=MAZJNLNJIYNWMZYZHIMM\
        &RequestUUID=38cb006a-e25d-4455-9862-27550dbea7e9&RouteType=Domestic_Anchored\
        &STIRAttestation=Not+Applicable&STIRVerification=Not+Applicable&SessionStart=2024-10-25+14%3A13%3A37.779297\
        &To=919494865411
        """
    static let hangup = """
        ALegRequestUUID=64d3290a-87a6-46b4-a6e2-20f5f4e07a02&ALegUUID=64d3290a-87a6-46b4-a6e2-20f5f4e07a02\
        &AnswerTime=2024-09-26+14%3A05%3A18&BillDuration=120&BillRate=0.005&CallStatus=completed\
        &CallUUID=64d3290a-87a6-46b4-a6e2-20f5f4e07a02&Direction=outbound&Duration=66\
        &EndTime=2024-09-26+14%3A06%3A23&Event=Hangup&From=917658035735900&HangupCause=NORMAL_CLEARING\
        &HangupCauseCode=4000&HangupCauseName=Normal+Hangup&HangupSource=Callee&ParentAuthID=MAZJNLNJIYNWMZYZHIMM\
        &RequestUUID=64d3290a-87a6-46b4-a6e2-20f5f4e07a02&STIRAttestation=Not+Applicable\
        &STIRVerification=Not+Applicable&SessionStart=2024-09-26+08%3A35%3A10.910772\
        &StartTime=2024-09-26+14%3A05%3A08&To=917733455539743&TotalCost=0.01000
        """
    static let endOfXML = """
        AnswerTime=2024-10-22+18%3A01%3A01&BillDuration=60&CallStatus=completed\
        &CallUUID=cc32f844-e376-4dd7-b514-d55553f8f854&Duration=8&EndTime=2024-10-22+18%3A01%3A09&Event=Hangup\
        &HangupCauseCode=4010&HangupCauseName=End+Of+XML+Instructions&HangupSource=Plivo\
        &SessionStart=2024-10-22+12%3A30%3A58.640040&StartTime=2024-10-22+18%3A00%3A57&TotalCost=0.00500
        """
    static let busy = """
        AnswerTime=&BillDuration=0&BillRate=0.005&CallStatus=busy&CallUUID=672b0b3f-e4b9-46e7-8fa9-3b48c7da8683\
        &Direction=outbound&Duration=0&EndTime=2024-10-22+16%3A41%3A21&Event=Hangup&From=%2B918035735900\
        &HangupCause=USER_BUSY&HangupCauseCode=3010&HangupCauseName=Busy+Line&HangupSource=Carrier\
        &ParentAuthID=MAZJNLNJIYNWMZYZHIMM&RequestUUID=672b0b3f-e4b9-46e7-8fa9-3b48c7da8683\
        &STIRAttestation=Not+Applicable&STIRVerification=Not+Applicable&SessionStart=2024-10-22+11%3A10%3A48.129660\
        &StartTime=2024-10-22+16%3A40%3A48&To=919494865411&TotalCost=0.00000
        """
}

private func event(_ form: String, path: CallbackEvent.Kind = .ring) throws -> CallbackEvent? {
    let zone = try #require(AccountTimeZone(identifier: "Asia/Kolkata"))
    return CallbackEvent(pathKind: path, token: "t", form: FormPairs(decoding: form.utf8), zone: zone)
}

@Suite struct CallbackEventTests {
    @Test func captures() throws {
        let call = CallUUID("38cb006a-e25d-4455-9862-27550dbea7e9")
        let to = Destination.phone(919_494_865_411)
        #expect(
            try event(Capture.ring, path: .hangup)
                == CallbackEvent(kind: .ring, token: "t", callUUID: call, requestUUID: call, to: to)
        )
        #expect(
            try event(Capture.answer, path: .hangup)
                == CallbackEvent(kind: .answer, token: "t", callUUID: call, requestUUID: call, to: to)
        )
        let answered = CallUUID("64d3290a-87a6-46b4-a6e2-20f5f4e07a02")
        #expect(
            try event(Capture.hangup)
                == CallbackEvent(
                    kind: .hangup,
                    token: "t",
                    callUUID: answered,
                    requestUUID: answered,
                    to: .phone(917_733_455_539_743),
                    end: CallEnd(
                        causeCode: 4000,
                        causeName: "Normal Hangup",
                        source: "Callee",
                        status: "completed",
                        answeredAt: WallTime(rfc3339: "2024-09-26T08:35:18Z"),
                        endedAt: WallTime(rfc3339: "2024-09-26T08:36:23Z"),
                        durationSeconds: 66,
                        cost: Cost("0.01000")
                    )
                )
        )
        let end = try event(Capture.endOfXML)?.end
        #expect(end?.causeCode == 4010)
        #expect(end?.causeName == "End Of XML Instructions")
        #expect(end?.answeredAt == WallTime(rfc3339: "2024-10-22T12:31:01Z"))
        #expect(end?.durationSeconds == 8)
        let busy = try event(Capture.busy)?.end
        #expect(busy?.causeCode == 3010)
        #expect(busy?.status == "busy")
        #expect(busy?.answeredAt == nil)
        #expect(busy?.endedAt == WallTime(rfc3339: "2024-10-22T11:11:21Z"))
        #expect(busy?.durationSeconds == 0)
        #expect(busy?.cost == .zero)
    }

    @Test(arguments: [
        ("", CallbackEvent.Kind.ring, CallbackEvent.Kind.ring), ("", .hangup, .hangup), ("", .machine, .machine),
        ("&Event=Hangup", .answer, .hangup), ("&Event=MachineDetection", .hangup, .machine),
        ("&Event=hangup", .ring, .hangup), ("&Event=Unheard", .hangup, .hangup), ("&Event=", .answer, .answer),
    ])
    func theEventTakesPrecedenceOverThePath(addition: String, path: CallbackEvent.Kind, kind: CallbackEvent.Kind) throws
    {
        let event = try event("CallUUID=38cb006a-e25d-4455-9862-27550dbea7e9" + addition, path: path)
        #expect(event?.kind == kind)
        #expect((event?.end != nil) == (kind == .hangup))
    }

    @Test(arguments: [
        ("&Machine=true", true), ("&Machine=True", true), ("&Machine=machine_detection", true),
        ("&machine=true", true), ("&Machine=false", false), ("&Machine=", false), ("", false),
    ])
    func machines(addition: String, isMachine: Bool) throws {
        for kind in CallbackEvent.Kind.allCases {
            #expect(try event("To=919494865411" + addition, path: kind)?.isMachine == isMachine)
        }
    }

    @Test func unknownMissingAndUnreadableParameters() throws {
        let form = "X-PH-a=b&%zz=%&&=&CallUUID=nonsense&To=%2B919494865411&HangupCauseCode=x&EndTime=never&TotalCost=-"
        let event = try event(form, path: .hangup)
        let expected = CallbackEvent(
            kind: .hangup,
            token: "t",
            to: .phone(919_494_865_411),
            end: CallEnd()
        )
        #expect(event == expected)
    }

    /// `StartTime` is local and `SessionStart` is UTC: together they show the zone, whatever is configured.
    @Test(arguments: [
        ("2024-10-22+16:40:48", "2024-10-22+11:10:48.129660", "2024-10-22T11:10:48Z"),
        ("2024-10-22+16:40:48", "2024-10-22+11:12:50.129660", "2024-10-22T11:10:48Z"),
        ("2024-10-22+06:10:48", "2024-10-22+11:10:45.129660", "2024-10-22T11:10:48Z"),
        ("2024-10-22+16:55:48", "2024-10-22+11:10:48.129660", "2024-10-22T11:10:48Z"),
        // Nothing to compare with; too far apart; an offset that no zone has: the configured zone is used.
        ("2024-10-22+16:40:48", "", "2024-10-22T11:10:48Z"),
        ("2024-10-22+16:40:48", "2024-10-22+11:17:48.129660", "2024-10-22T11:10:48Z"),
        ("2024-10-23+16:40:48", "2024-10-22+11:10:48.129660", "2024-10-23T11:10:48Z"),
    ])
    func theCallbackShowsItsZone(start: String, session: String, expected: String) throws {
        let form = "To=919494865411&StartTime=\(start)&EndTime=\(start)&SessionStart=\(session)"
        #expect(try event(form, path: .hangup)?.end?.endedAt?.rfc3339 == expected)
    }

    /// A call was answered if `AnswerTime` is set, even in a format that cannot be read.
    @Test func anUnreadableAnswerTime() throws {
        let end = try event("To=919494865411&AnswerTime=26/09/2024&EndTime=2024-09-26+14:06:23", path: .hangup)?.end
        #expect(end?.answeredAt != nil)
    }

    @Test(arguments: ["", "&&", "Event=Hangup", "CallUUID=&RequestUUID=&To=", "{\"CallUUID\":\"x\"}", "CallUUID=x"])
    func aCallbackThatNamesNoCall(form: String) throws {
        #expect(try event(form, path: .hangup) == nil)
    }
}
