import Foundation
import TestSupport
import Testing

extension SystemTests {
    /// `dialerd call`, against the simulator.
    struct CallTests {
        private struct Shown: Decodable {
            var schema: Int
            var call_uuid: String
            var state: String
            var to: String?
        }

        private static let unknown = "00000000-0000-4000-8000-000000000000"

        /// Nil while Plivo knows of no such call: a record comes a little later than the end.
        private func show(_ uuid: String, in fixture: SystemFixture) async throws -> Shown? {
            let answer = try await fixture.dialerd("call", "show", uuid, "--json")
            guard answer.code == 0 else { return nil }
            return try JSONDecoder().decode(Shown.self, from: Data(answer.output.utf8))
        }

        /// Plivo starts one call a second: the last in its queue waits for half a minute.
        @Test func aQueuedCallIsShownAndTakenBack() async throws {
            try await SystemFixture.open(simulator: ["--cps", "1"], callsPerSecond: 100) { fixture in
                try await fixture.startDaemon()
                try fixture.drop("spring", ContactList.csv(300))
                try await fixture.campaign { $0.queued >= 40 }
                let call = try #require(try await fixture.simulator.calls().last)
                let queued = try #require(try await show(call.call_uuid, in: fixture))
                #expect(queued.schema == 1 && queued.state == "queued" && queued.call_uuid == call.call_uuid)
                #expect(queued.to == "+" + call.to)
                let text = try await fixture.dialerd("call", "show", call.call_uuid)
                #expect(text.output.contains("waits in Plivo's queue"))

                let answer = try await fixture.dialerd("call", "hangup", call.call_uuid)
                #expect(answer.code == 0, "\(answer.errors)")
                #expect(answer.output.contains("taken back"))
                let ended = try await eventually("the record") { () -> Shown? in
                    let shown = try await show(call.call_uuid, in: fixture)
                    return shown?.state == "ended" ? shown : nil
                }
                #expect(ended.to == queued.to)
                #expect(try await fixture.dialerd("call", "hangup", call.call_uuid).code == 1, "it is over")
                let others = try await fixture.simulator.calls().filter { $0.outcome == "cancelled" }
                #expect(others.map(\.call_uuid) == [call.call_uuid], "this call alone")
            }
        }

        @Test func whatIsNoCallIsRefused() async throws {
            try await SystemFixture.open { fixture in
                for command in ["show", "hangup"] {
                    let answer = try await fixture.dialerd("call", command, Self.unknown)
                    #expect(answer.code == 1 && answer.errors.contains(Self.unknown))
                    for text in ["", "/", "all", Self.unknown + "/"] {
                        #expect(try await fixture.dialerd("call", command, text).code == 64, "\(command) \(text)")
                    }
                    #expect(try await fixture.dialerd("call", command).code == 64)
                }
                let url = "https://example.com/next.xml"
                #expect(try await fixture.dialerd("call", "transfer", Self.unknown, "--url", url).code == 1)
                #expect(try await fixture.dialerd("call", "transfer", Self.unknown, "--url", "next.xml").code == 64)
                let mistyped = try await fixture.dialerd("call", "hangpu", Self.unknown)
                #expect(mistyped.code == 64 && mistyped.errors.contains("call hangup"))
                try await fixture.simulator.program.end()
                let unreachable = try await fixture.dialerd("call", "show", Self.unknown)
                #expect(unreachable.code == 1 && unreachable.errors.contains("check the network"))
            }
        }
    }
}
