import Glibc
import TestSupport
import Testing

import struct DialerCore.SeededGenerator

extension SystemTests {
    struct KillTests {
        /// `kill -9` at any moment, the import included, and started again each time.
        @Test(arguments: TestSeed.fresh())
        func killedAgainAndAgain(seed: TestSeed) async throws {
            var generator = SeededGenerator(seed: seed.value)
            let (count, kills) = SystemTests.isLong ? (5000, 50) : (1000, 5)
            try await SystemFixture.open(callsPerSecond: SystemTests.isLong ? 200 : 300) { fixture in
                var daemon = try await fixture.startDaemon()
                try fixture.drop("spring", ContactList.csv(count))
                try await daemon.says("import begins")
                try await daemon.end()
                for _ in 1..<kills {
                    daemon = try fixture.launchDaemon()
                    // Its square: most are killed early, and a few after hundreds of writes.
                    let root = Int.random(in: 0...20, using: &generator)
                    try await lifetime(of: fixture, writes: root * root)
                    try await daemon.end()
                }
                try await fixture.startDaemon()
                try await fixture.completed(within: .seconds(240))
                try await fixture.expectAgreement(numbers: SystemTests.numbers(count))
            }
        }

        /// Until the daemon has written into its state directory so many times, or has nothing more to write: anything
        /// between its first instruction and the end of the campaign.
        private func lifetime(of fixture: SystemFixture, writes count: Int) async throws {
            var writes = 0
            try await eventually("the next kill", on: .changes(of: fixture.state)) {
                defer { writes += 1 }
                return writes >= count || fixture.text("campaigns/accepted/spring/results.csv") != nil ? true : nil
            }
        }
    }
}
