import TestSupport
import Testing

extension SystemTests {
    struct DiskFullTests {
        @Test(.enabled(if: SmallDisk.isPossible, "a small file system of its own can only be mounted by root"))
        func dialsNobodyUntilThereIsSpaceAgain() async throws {
            let disk = try SmallDisk(megabytes: 16)
            defer { disk.remove() }
            let count = 1500
            try await SystemFixture.open(simulator: ["--verbose"], state: disk.path, callsPerSecond: 200) { fixture in
                let daemon = try await fixture.startDaemon()
                let health = "http://127.0.0.1:\(fixture.port)/healthz"
                try fixture.drop("spring", ContactList.csv(count))
                try await fixture.campaign { $0.finished > 20 }
                #expect(try await HTTP.get(health, in: fixture.path).status == 200)

                try disk.fill()
                let words = try await eventually("healthz to say 503") {
                    let answer = try await HTTP.get(health, in: fixture.path)
                    return answer.status == 503 ? answer.body : nil
                }
                #expect(words.contains("full"))
                try await daemon.says("dialing has stopped: the database fails")
                // What was on the wire may still arrive; then nobody is called while callbacks are turned away.
                try await callbacksAreTurnedAway(1, fixture)
                let placed = try await fixture.simulator.stats().calls.placed
                try await callbacksAreTurnedAway(50, fixture)
                #expect(try await fixture.simulator.stats().calls.placed == placed)
                #expect(daemon.isRunning)

                disk.free()
                try await daemon.says("the database works again")
                try await eventually("healthz to say 200") {
                    try await HTTP.get(health, in: fixture.path).status == 200 ? true : nil
                }
                try await fixture.completed(within: .seconds(180))
                try await fixture.expectAgreement(numbers: SystemTests.numbers(count))
            }
        }

        /// Waits until so many more callbacks have been answered 503. The simulator repeats each of them.
        private func callbacksAreTurnedAway(_ count: Int, _ fixture: SystemFixture) async throws {
            let program = fixture.simulator.program
            func refused(_ log: String) -> Int { log.split(separator: "\n").count { $0.contains("503") } }
            let before = refused(program.textOfErrors)
            try await program.waits(for: "a 503", in: program.errors) { refused($0) >= before + count ? true : nil }
        }
    }
}
