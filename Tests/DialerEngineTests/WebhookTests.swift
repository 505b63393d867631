import DialerCore
import DialerEngine
import DialerStore
import Testing

struct WebhookTests {
    private let bench: TestBench

    init() throws {
        bench = try TestBench()
        var settings = TestBench.settings
        settings.arguments[.ringURL] = .text("https://example.com/ring")
        settings.arguments[.hangupURL] = .text("https://example.com/end?a=1")
        settings.arguments[.hangupMethod] = .text("GET")
        try bench.campaign(contacts: 1, settings: settings)
    }

    private func callback(_ kind: CallbackEvent.Kind, _ call: MakeCall) throws {
        try bench.step(
            .callback(
                CallbackEvent(
                    kind: kind,
                    token: call.token,
                    to: TestBench.number(0),
                    end: kind == .hangup ? CallEnd(causeCode: 3010) : nil,
                    parameters: "Event=\(kind.rawValue)&To=1"
                )
            )
        )
    }

    private func deliveries(after duration: Duration) throws -> [Effect] {
        try bench.housekeeping(after: duration).filter { if case .deliver = $0 { true } else { false } }
    }

    @Test func eachEventIsPassedOnUntilItIsTaken() throws {
        let call = try #require(try bench.dispatch().first)
        try bench.accept(call)
        for kind in [CallbackEvent.Kind.ring, .machine, .hangup] { try callback(kind, call) }
        let ring = Effect.deliver(
            WebhookDeliveryID(1),
            url: "https://example.com/ring",
            method: "POST",
            parameters: "Event=ring&To=1"
        )
        let end = Effect.deliver(
            WebhookDeliveryID(2),
            url: "https://example.com/end?a=1",
            method: "GET",
            parameters: "Event=hangup&To=1"
        )
        #expect(try deliveries(after: .seconds(1)) == [ring, end], "nobody asked for the machine's")
        try bench.step(
            .delivered(WebhookDeliveryID(1), wasAccepted: true),
            .delivered(WebhookDeliveryID(2), wasAccepted: false)
        )
        #expect(try deliveries(after: .seconds(1)).isEmpty)
        #expect(try deliveries(after: .seconds(31)) == [end])
        try bench.restart()
        #expect(try deliveries(after: .seconds(600)) == [end], "it outlives the process")
        bench.advance(.seconds(90_000))
        let gaveUp = try bench.step(.delivered(WebhookDeliveryID(2), wasAccepted: false))
        #expect(gaveUp == [.notice(.webhookGivenUp(campaign: "spring"))])
        #expect(try deliveries(after: .seconds(3600)).isEmpty)
    }
}
