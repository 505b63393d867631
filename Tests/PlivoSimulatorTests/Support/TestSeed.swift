import Foundation
import Testing

/// The seed of the tests that draw at random: 1, or what `FUZZ_SEED` says. A failure of such a test shows the seed.
enum TestSeed {
    static let value = ProcessInfo.processInfo.environment["FUZZ_SEED"].flatMap(UInt64.init) ?? 1
    static let replay: Comment = "replay with FUZZ_SEED=\(value)"
}
