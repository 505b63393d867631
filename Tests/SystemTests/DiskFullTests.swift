import Testing

extension SystemTests {
    struct DiskFullTests {
        @Test(.enabled(if: SmallDisk.isPossible, "a small file system of its own can only be mounted by root"))
        func dialsNobodyUntilThereIsSpaceAgain() async throws {
            let disk = try SmallDisk(megabytes: 16)
            defer { disk.remove() }
            let count = 1500
            try await House.open(simulator: ["--verbose"], state: disk.path, callsPerSecond: 200) { house in
                let daemon = try await house.startDaemon()
                let health = "http://127.0.0.1:\(house.port)/healthz"
                try house.drop("spring", ContactList.csv(count))
                try await house.campaign { $0.finished > 20 }
                #expect(try await HTTP.get(health, in: house.path).status == 200)

                try disk.fill()
                let words = try await eventually("healthz to say 503") {
                    let answer = try await HTTP.get(health, in: house.path)
                    return answer.status == 503 ? answer.body : nil
                }
                #expect(words.contains("full"))
                try await daemon.says("dialling stands still")
                try await expectNoMoreCalls(house)
                _ = try await eventually("a callback answered 503") {
                    house.simulator.program.textOfErrors.contains("503") ? true : nil
                }
                #expect(daemon.isRunning)

                disk.free()
                try await daemon.says("the database works again")
                _ = try await eventually("healthz to say 200") {
                    try await HTTP.get(health, in: house.path).status == 200 ? true : nil
                }
                try await house.completed(within: .seconds(180))
                try await house.expectAgreement(numbers: SystemTests.numbers(count))
            }
        }

        /// What was on the wire may still arrive; then, for ten looks of the dispatcher, nothing.
        private func expectNoMoreCalls(_ house: House) async throws {
            var seen = -1
            var quietLooks = 0
            _ = try await eventually("the calls to stop", within: .seconds(20), every: .milliseconds(200)) {
                let placed = try await house.simulator.stats().calls.placed
                quietLooks = placed == seen ? quietLooks + 1 : 0
                seen = placed
                return quietLooks == 10 ? true : nil
            }
        }
    }
}
