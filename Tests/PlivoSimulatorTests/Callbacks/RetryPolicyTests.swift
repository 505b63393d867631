import PlivoSimulator
import Testing

@Suite struct RetryPolicyTests {
    @Test func documentedDefaults() {
        let policy = RetryPolicy(fragment: "")
        #expect(policy == RetryPolicy())
        #expect(policy.readMilliseconds == 40_000)
        #expect(policy.totalMilliseconds == 55_000)
        #expect(policy.retries == 1)
        #expect(policy.reasons == [.connect, .read])
    }

    @Test func everyKeyIsRead() {
        let policy = RetryPolicy(fragment: "ct=100&rt=5000&tt=10000&rc=2&rp=5xx,ct&er=mumbai")
        #expect(policy.readMilliseconds == 5000)
        #expect(policy.totalMilliseconds == 10_000)
        #expect(policy.retries == 2)
        #expect(policy.reasons == [.serverError, .connect])
    }

    @Test(arguments: ["rt=99", "rt=40001", "tt=0", "rc=6", "rc=-1", "rc=x", "rp=2xx", "rp=", "rc", "=", "section"])
    func aValueOutOfRangeCountsAsAbsent(fragment: String) {
        #expect(RetryPolicy(fragment: fragment) == RetryPolicy())
    }

    @Test(arguments: [
        ("", DeliveryResult.notConnected, 1, true), ("", .notConnected, 2, false), ("", .timedOut, 1, true),
        ("", .refused(status: 500), 1, false), ("", .refused(status: 404), 1, false),
        ("rc=5&rp=all", .refused(status: 503), 5, true), ("rc=5&rp=all", .refused(status: 503), 6, false),
        ("rp=all", .refused(status: 404), 1, true), ("rp=all", .refused(status: 302), 1, false),
        ("rp=5xx", .notConnected, 1, false), ("rc=0", .notConnected, 1, false),
    ])
    func isTriedAgain(fragment: String, result: DeliveryResult, tries: Int, expected: Bool) {
        let policy = RetryPolicy(fragment: fragment)
        #expect(policy.allowsRetry(after: result.retryReason, tries: tries, elapsedMilliseconds: 10) == expected)
    }

    @Test func isNotTriedAgainAfterTheTotalTime() {
        let policy = RetryPolicy(fragment: "tt=1000&rc=5")
        #expect(policy.allowsRetry(after: .read, tries: 1, elapsedMilliseconds: 999))
        #expect(!policy.allowsRetry(after: .read, tries: 1, elapsedMilliseconds: 1000))
    }
}
