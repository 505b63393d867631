/// What would happen to a call if nothing limited it: drawn from the seed, the destination and the how-manieth call to
/// that destination this is, so that it is the same in every run.
package struct CallFate: Equatable, Sendable {
    /// Never `cancelled`.
    package var outcome: Outcome
    /// How the call ends if no limit and no request ends it earlier.
    package var cause: HangupCause
    package var source: HangupSource
    /// From the start of the call to the first ring, or to its failure if it never rings.
    package var dialMilliseconds: Int
    /// Whether it rings at all; a call that is picked up always does.
    package var rings: Bool
    /// From the first ring to the pick-up, or to the moment the network gives up.
    package var ringMilliseconds: Int
    /// From pick-up to the end; 0 unless picked up.
    package var talkMilliseconds: Int
    /// From pick-up to the word of machine detection, if that has all the time it wants.
    package var detectionMilliseconds: Int

    package init(
        outcome: Outcome,
        cause: HangupCause,
        source: HangupSource,
        dialMilliseconds: Int,
        rings: Bool,
        ringMilliseconds: Int,
        talkMilliseconds: Int,
        detectionMilliseconds: Int
    ) {
        self.outcome = outcome
        self.cause = cause
        self.source = source
        self.dialMilliseconds = dialMilliseconds
        self.rings = rings
        self.ringMilliseconds = ringMilliseconds
        self.talkMilliseconds = talkMilliseconds
        self.detectionMilliseconds = detectionMilliseconds
    }

    package var isPickedUp: Bool { outcome == .answered || outcome == .machine }

    package static func draw(shares: OutcomeShares, seed: UInt64, destination: String, ordinal: Int) -> CallFate {
        var dice = Dice(seed: seed, topic: "call", subject: destination, ordinal: ordinal)
        let outcome = dice.pick(shares.choices)
        var fate = CallFate(
            outcome: outcome,
            cause: .normalHangup,
            source: .callee,
            dialMilliseconds: dice.between(300...1500),
            rings: true,
            ringMilliseconds: 0,
            talkMilliseconds: 0,
            detectionMilliseconds: dice.between(800...4000)
        )
        switch outcome {
        case .answered:
            fate.ringMilliseconds = dice.between(2000...20_000)
            fate.talkMilliseconds = dice.between(3000...90_000)
            fate.end(dice.pick([((.normalHangup, .callee), 60), ((.endOfXML, .plivo), 40)]))
        case .machine:
            fate.ringMilliseconds = dice.between(12_000...25_000)
            fate.talkMilliseconds = dice.between(6000...45_000)
            fate.end(dice.pick([((.endOfXML, .plivo), 70), ((.normalHangup, .callee), 30)]))
        case .busy:
            fate.rings = dice.happens(0.2)
            fate.ringMilliseconds = fate.rings ? dice.between(200...3000) : 0
            fate.end(dice.pick([((.busyLine, .carrier), 95), ((.busyEverywhere, .carrier), 5)]))
        case .noAnswer:
            fate.ringMilliseconds = dice.between(20_000...60_000)
            fate.end((.noAnswer, .carrier))
        case .rejected:
            fate.ringMilliseconds = dice.between(1000...8000)
            fate.end(dice.pick([((.rejected, .callee), 70), ((.declined, .callee), 30)]))
        case .failed, .cancelled:
            fate.rings = false
            fate.end(dice.pick(Self.failures))
        }
        return fate
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
