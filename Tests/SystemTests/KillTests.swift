import Glibc
import Testing

extension SystemTests {
    struct KillTests {
        /// `kill -9` at any moment, the import included, and started again each time.
        @Test func killedAgainAndAgain() async throws {
            let (count, kills) = SystemTests.isLong ? (5000, 50) : (1000, 5)
            try await House.open(callsPerSecond: SystemTests.isLong ? 200 : 300) { house in
                var daemon = try await house.startDaemon()
                try house.drop("spring", ContactList.csv(count))
                try await daemon.says("import begins")
                try await daemon.end()
                for _ in 1..<kills {
                    daemon = try house.launchDaemon()
                    try await lifetime(.milliseconds(Int.random(in: 5...1500)))
                    try await daemon.end()
                }
                try await house.startDaemon()
                try await house.completed(within: .seconds(240))
                try await house.expectAgreement(numbers: SystemTests.numbers(count))
            }
        }

        /// Long enough for anything between the first instruction and the middle of the campaign.
        private func lifetime(_ time: Duration) async throws {
            let end = ContinuousClock.now + time
            _ = try await eventually("the next kill", every: .milliseconds(5)) {
                ContinuousClock.now > end ? true : nil
            }
        }
    }
}
