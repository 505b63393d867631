import Foundation

/// The seed of one run of a random test. A failed test shows it, as an argument or in the message, in the form in which
/// it is given back: `TEST_SEED=4711 make test FILTER=NameOfTheTest`.
package struct TestSeed: Hashable, Sendable, CustomStringConvertible {
    package let value: UInt64

    package init(_ value: UInt64) {
        self.value = value
    }

    package var description: String { "TEST_SEED=\(value)" }

    /// The seeds to run: those of `usual`, or only the one that the environment names.
    package static func range(_ usual: Range<UInt64>) -> Range<UInt64> {
        let given = ProcessInfo.processInfo.environment["TEST_SEED"].flatMap(UInt64.init)
        guard let given, given < .max else { return usual }
        return given..<given + 1
    }

    /// The same, as the arguments of a test.
    package static func each(_ usual: Range<UInt64>) -> [TestSeed] { range(usual).map(TestSeed.init) }

    /// Another seed in each run of the tests.
    package static func fresh() -> [TestSeed] {
        let value = UInt64.random(in: 0..<1 << 32)
        return each(value..<value + 1)
    }
}
