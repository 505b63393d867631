import DialerCore

/// What the engine knows and does not store: all of it can be lost in a crash without harm.
struct EngineMemory {
    var generator: any RandomNumberGenerator
    var pace: TokenBucket
    var campaignPaces: [CampaignID: TokenBucket] = [:]
    /// Of caller IDs with a limit of their own.
    var callerPaces: [String: TokenBucket] = [:]
    var apiRequests: SlidingWindow
    var shares = FairShare<CampaignID>()
    var windows = WindowMemory()

    /// After a 429 or a failure to connect nothing is sent before this instant.
    var heldUntil: MonotonicTime?
    var heldReason: Refusal?
    var backoff = Backoff(base: .seconds(1), cap: .seconds(60))
    /// The same for look-ups.
    var lookupsHeldUntil: MonotonicTime?
    var lookupBackoff = Backoff(base: .seconds(1), cap: .seconds(60))

    /// Requests of a campaign that Plivo has refused in a row.
    var refusals: [CampaignID: Int] = [:]

    /// The last batch of which a call is known to have begun. Plivo's queue is first-in-first-out (plivo-facts,
    /// 5.3), so calls of earlier batches wait there no longer, even if nobody told us that they rang.
    var front = BatchID(0)

    /// The look at Plivo's books that is under way to settle doubt.
    var inquiry: Inquiry?
    var inquiries = 0
    /// How the last calls of each campaign ended.
    var failureRuns: [CampaignID: FailureRun] = [:]
    /// When the last step was, to notice a step of the wall clock.
    var lastStep: Now?
    /// How far the wall clock has stepped since this process began, whose clock is taken to have been right then.
    var clockDrift = Duration.zero
    /// Too far for Plivo's times to be compared with ours.
    var isClockSuspect: Bool { clockDrift > Self.clockTolerance || clockDrift < .zero - Self.clockTolerance }
    /// By how much Plivo's clock and ours may differ.
    static var clockTolerance: Duration { .seconds(3600) }

    init(limits: DialingLimits, generator: any RandomNumberGenerator, at now: Now) {
        self.generator = generator
        pace = TokenBucket(rate: limits.callsPerSecond, depth: limits.dispatchInterval, at: now.monotonic)
        apiRequests = SlidingWindow(limit: limits.apiRequestsPer5Seconds, span: .seconds(5))
    }

    /// 128 bits of the generator as 32 hexadecimal digits.
    mutating func token() -> String {
        (0..<2).map { _ in
            let digits = String(UInt64.random(in: .min ... .max, using: &generator), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
