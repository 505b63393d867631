import DialerCore

/// What the engine knows and does not store: a crash can lose all of it without harm. Each value changes only by its
/// own methods, except the generator.
struct EngineMemory {
    var generator: any RandomNumberGenerator
    var pacing: Pacing
    /// Requests to Plivo's API of every kind.
    var apiRequests: SlidingWindow
    var dialingHold = Hold<Refusal>()
    var lookupHold = Hold<LookupFailure>()
    var windows = WindowCache()
    var queue = QueueProgress()
    var failures = FailureWatch()
    var reconciliation = Reconciliation()
    var clock = ClockWatch()

    init(limits: DialingLimits, generator: any RandomNumberGenerator, at now: Now) {
        self.generator = generator
        pacing = Pacing(limits: limits, at: now)
        apiRequests = SlidingWindow(limit: limits.apiRequestsPer5Seconds, span: .seconds(5))
    }

    mutating func change(to limits: DialingLimits, at now: Now) {
        pacing.change(to: limits, at: now)
        apiRequests.change(limit: limits.apiRequestsPer5Seconds)
        windows = WindowCache()
    }

    mutating func forget(_ campaign: CampaignID) {
        pacing.forget(campaign)
        windows.forget(campaign)
        failures.forget(campaign)
    }

    /// 128 bits from the generator as 32 hexadecimal digits.
    mutating func newToken() -> String {
        (0..<2).map { _ in
            let digits = String(UInt64.random(in: .min ... .max, using: &generator), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
