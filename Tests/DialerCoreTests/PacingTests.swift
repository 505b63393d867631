import DialerCore
import TestSupport
import Testing

struct PacingTests {
    private static func instant(_ milliseconds: Int64) -> MonotonicTime {
        MonotonicTime(nanoseconds: milliseconds * 1_000_000)
    }

    @Test func theBucketBeginsEmptyAndNeverHoldsMoreThanAnIntervalsWorth() {
        var bucket = TokenBucket(rate: 2, depth: .seconds(5), at: Self.instant(0))
        #expect(bucket.available(at: Self.instant(0)) == 0)
        #expect(bucket.available(at: Self.instant(499)) == 0)
        #expect(bucket.available(at: Self.instant(500)) == 1)
        #expect(bucket.available(at: Self.instant(5000)) == 10)
        #expect(bucket.available(at: Self.instant(3_600_000)) == 10)
        bucket.take(10, at: Self.instant(3_600_000))
        #expect(bucket.available(at: Self.instant(3_600_000)) == 0)
    }

    @Test func aSlowRateStillGetsItsOneToken() {
        let bucket = TokenBucket(rate: 0.1, depth: .seconds(1), at: Self.instant(0))
        #expect(bucket.available(at: Self.instant(9999)) == 0)
        #expect(bucket.available(at: Self.instant(10_000)) == 1)
    }

    /// Promise 4, for takers that come at odd times and take all they can.
    @Test(arguments: TestSeed.each(1..<6))
    func inAnyWindowAtMostTheRateTimesTheWindowAndAnInterval(seed: TestSeed) {
        var generator = SeededGenerator(seed: seed.value)
        let rate = Double.random(in: 0.5...200, using: &generator)
        let depth = Duration.milliseconds(Int.random(in: 100...5000, using: &generator))
        var bucket = TokenBucket(rate: rate, depth: depth, at: Self.instant(0))
        var taken: [(at: Int64, count: Int)] = []
        var now: Int64 = 0
        for _ in 0..<400 {
            now += Int64.random(in: 0...3000, using: &generator)
            let count = bucket.available(at: Self.instant(now))
            bucket.take(count, at: Self.instant(now))
            taken.append((now, count))
        }
        for start in taken.indices {
            var sum = 0
            for end in start..<taken.count {
                sum += taken[end].count
                let window = Double(taken[end].at - taken[start].at) / 1000
                let bound = max(1 + rate * window, rate * (window + depth.inSeconds))
                #expect(Double(sum) <= bound + 1e-3)
            }
        }
    }

    @Test func aChangeOfRateGivesNothingAway() {
        var bucket = TokenBucket(rate: 10, depth: .seconds(1), at: Self.instant(0))
        bucket.change(rate: 1, depth: .seconds(1), at: Self.instant(10_000))
        #expect(bucket.available(at: Self.instant(10_000)) == 1)
        bucket.change(rate: 100, depth: .seconds(1), at: Self.instant(10_000))
        #expect(bucket.available(at: Self.instant(10_000)) == 1)
    }

    @Test func theSlidingWindowAllowsItsLimitInAnySpan() {
        var window = SlidingWindow(limit: 3, span: .seconds(5))
        for at: Int64 in [0, 1000, 2000] {
            #expect(window.available(at: Self.instant(at)) > 0)
            window.record(at: Self.instant(at))
        }
        #expect(window.available(at: Self.instant(4999)) == 0)
        #expect(window.available(at: Self.instant(5000)) == 1)
        #expect(window.available(at: Self.instant(7000)) == 3)
        window.record(at: Self.instant(7000))
        #expect(window.available(at: Self.instant(7000)) == 2)
    }

    @Test(arguments: TestSeed.each(1..<6))
    func backOffDoublesToItsCapWithJitterAndHonorsTheServer(seed: TestSeed) {
        var generator = SeededGenerator(seed: seed.value)
        var backoff = Backoff(base: .seconds(1), cap: .seconds(60))
        for whole in [1, 2, 4, 8, 16, 32, 60, 60, 60] {
            let wait = backoff.fail(using: &generator)
            #expect(wait >= .milliseconds(whole * 500) && wait <= .seconds(whole))
        }
        #expect(backoff.fail(atLeast: .seconds(300), using: &generator) == .seconds(300))
        backoff.succeed()
        #expect(backoff.fail(using: &generator) <= .seconds(1))
    }
}
