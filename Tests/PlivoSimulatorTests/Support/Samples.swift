import PlivoSimulator

/// Arguments, calls and moments that the tests start from.
enum Samples {
    /// 2026-11-22T09:00:00Z
    static let start = CivilTime(year: 2026, month: 11, day: 22, hour: 9, minute: 0)?.momentInUTC ?? Moment(seconds: 0)

    static let loopbackURLs: [String: JSONValue] = [
        "ring_url": .string("http://127.0.0.1:1/ring"),
        "answer_url": .string("http://127.0.0.1:1/answer"),
        "hangup_url": .string("http://127.0.0.1:1/hangup"),
    ]

    /// The members of a body, with those of `changes` put in.
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

    static func fate(
        _ outcome: Outcome,
        cause: HangupCause = .normalHangup,
        source: HangupSource = .callee,
        rings: Bool = true,
        ring: Int = 5000,
        talk: Int = 0,
        detection: Int = 1500
    ) -> CallFate {
        CallFate(
            outcome: outcome,
            cause: cause,
            source: source,
            dialMilliseconds: 1000,
            rings: rings,
            ringMilliseconds: ring,
            talkMilliseconds: talk,
            detectionMilliseconds: detection
        )
    }

    static func uuid(_ number: UInt64) -> Identifier {
        Identifier(high: 0, low: number)
    }
}
