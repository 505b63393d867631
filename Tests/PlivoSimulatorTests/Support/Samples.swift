import Foundation
import PlivoSimulator

/// Arguments, calls and moments that the tests start from.
enum Samples {
    /// 2026-11-22T09:00:00Z
    static let start = Moment(seconds: 1_795_338_000)

    static let loopbackURLs: [String: JSONValue] = [
        "ring_url": .string("http://127.0.0.1:1/ring"),
        "answer_url": .string("http://127.0.0.1:1/answer"),
        "hangup_url": .string("http://127.0.0.1:1/hangup"),
    ]

    /// The members of a make-call body, with `changes` in place of the usual values.
    static func members(_ changes: [String: JSONValue] = [:]) -> [String: JSONValue] {
        let usual: [String: JSONValue] = [
            "from": .string("14155550100"), "to": .string("14155550101"),
            "answer_url": .string("https://example.com/answer.xml"),
        ]
        return usual.merging(changes) { _, changed in changed }
    }

    static func request(_ changes: [String: JSONValue] = [:]) throws -> MakeCall {
        try MakeCall(reading: ArgumentReader(members(changes)))
    }

    static func scenario(
        _ outcome: Outcome,
        cause: HangupCause = .normalHangup,
        source: HangupSource = .callee,
        rings: Bool = true,
        ring: Int = 5000,
        talk: Int = 0,
        detection: Int = 1500
    ) -> CallScenario {
        var scenario = CallScenario(outcome: outcome)
        scenario.cause = cause
        scenario.source = source
        scenario.dialMilliseconds = 1000
        scenario.rings = rings
        scenario.ringMilliseconds = ring
        scenario.talkMilliseconds = talk
        scenario.detectionMilliseconds = detection
        return scenario
    }

    static func uuid(_ number: UInt8) -> UUID {
        UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, number))
    }
}

extension Moment {
    init(seconds: Int64) {
        self.init(microseconds: seconds * 1_000_000)
    }
}
