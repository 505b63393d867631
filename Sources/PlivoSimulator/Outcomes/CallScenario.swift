/// How a call goes if neither a limit nor an API request ends it earlier. Times are milliseconds of call time.
package struct CallScenario: Equatable, Sendable {
    /// Never `cancelled`.
    package let outcome: Outcome
    package var cause = HangupCause.normalHangup
    package var source = HangupSource.callee
    /// From the start of the call to the first ring, or to the end of a call that never rings.
    package var dialMilliseconds = 0
    /// Whether the telephone rings before the call ends; always true for a call that is picked up.
    package var rings = true
    /// From the first ring to the pick-up or to the end of the call.
    package var ringMilliseconds = 0
    /// From the pick-up to the end; 0 without a pick-up.
    package var talkMilliseconds = 0
    /// From the pick-up to the result of machine detection, if the request allots that much time.
    package var detectionMilliseconds = 0

    package init(outcome: Outcome) {
        self.outcome = outcome
    }

    package var isPickedUp: Bool { outcome == .answered || outcome == .machine }

    /// Draws the scenario of a call. The same arguments always give the same scenario.
    ///
    /// - Parameter ordinal: the number of earlier calls to `destination`.
    package static func draw(shares: OutcomeShares, seed: UInt64, destination: String, ordinal: Int) -> CallScenario {
        var random = SeededRandom(seed: seed, topic: "call", subject: destination, ordinal: ordinal)
        var scenario = CallScenario(outcome: random.choose(from: shares.choices))
        scenario.dialMilliseconds = random.integer(in: 300...1500)
        scenario.detectionMilliseconds = random.integer(in: 800...4000)
        switch scenario.outcome {
        case .answered:
            scenario.ringMilliseconds = random.integer(in: 2000...20_000)
            scenario.talkMilliseconds = random.integer(in: 3000...90_000)
            scenario.end(random.choose(from: [((.normalHangup, .callee), 60), ((.endOfXML, .plivo), 40)]))
        case .machine:
            scenario.ringMilliseconds = random.integer(in: 12_000...25_000)
            scenario.talkMilliseconds = random.integer(in: 6000...45_000)
            scenario.end(random.choose(from: [((.endOfXML, .plivo), 70), ((.normalHangup, .callee), 30)]))
        case .busy:
            scenario.rings = random.isTrue(withProbability: 0.2)
            scenario.ringMilliseconds = scenario.rings ? random.integer(in: 200...3000) : 0
            scenario.end(random.choose(from: [((.busyLine, .carrier), 95), ((.busyEverywhere, .carrier), 5)]))
        case .noAnswer:
            scenario.ringMilliseconds = random.integer(in: 20_000...60_000)
            scenario.end((.noAnswer, .carrier))
        case .rejected:
            scenario.ringMilliseconds = random.integer(in: 1000...8000)
            scenario.end(random.choose(from: [((.rejected, .callee), 70), ((.declined, .callee), 30)]))
        case .failed, .cancelled:
            scenario.rings = false
            scenario.end(random.choose(from: Self.failures))
        }
        return scenario
    }

    private mutating func end(_ ending: (HangupCause, HangupSource)) {
        (cause, source) = ending
    }

    private static let failures: [(choice: (HangupCause, HangupSource), weight: Double)] = [
        ((.invalidDestination, .plivo), 20), ((.outOfService, .carrier), 15), ((.unallocatedNumber, .carrier), 25),
        ((.carrierError, .carrier), 15), ((.carrierCongestion, .carrier), 10), ((.internalError, .error), 10),
        ((.networkError, .error), 5),
    ]
}
