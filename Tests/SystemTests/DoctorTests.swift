import Foundation
import TestSupport
import Testing

extension SystemTests {
    struct DoctorTests {
        private struct Report: Decodable {
            struct Finding: Decodable {
                var check: String
                var verdict: String
                var finding: String
                var remedy: String?
            }

            var schema: Int
            var verdict: String
            var findings: [Finding]

            /// The worst about one thing.
            subscript(check: String) -> String? {
                let verdicts = findings.filter { $0.check == check }.map(\.verdict)
                return ["problem", "warning", "ok"].first { verdicts.contains($0) }
            }
        }

        private func examine(
            _ fixture: SystemFixture,
            environment: [String: String] = [:],
            code: Int32
        ) async throws -> Report {
            let answer = try await fixture.dialerd("doctor", "--json", environment: environment)
            #expect(answer.code == code, "\(answer.output) \(answer.errors)")
            #expect(!answer.output.contains(Simulator.authToken))
            let report = try JSONDecoder().decode(Report.self, from: Data(answer.output.utf8))
            #expect(report.schema == 1)
            #expect(report.findings.filter { $0.verdict != "ok" && $0.remedy == nil }.map(\.finding) == [])
            return report
        }

        @Test func aRunningDaemonIsWell() async throws {
            try await SystemFixture.open { fixture in
                try await fixture.startDaemon()
                let report = try await examine(fixture, code: 0)
                for check in ["credentials", "plivo", "time_zones", "database", "daemon", "callbacks", "campaigns"] {
                    #expect(report[check] != "problem" && report[check] != nil, "\(check)")
                }
                #expect(report["plivo"] == "ok" && report["callbacks"] == "ok" && report["database"] == "ok")
                #expect(report["backups"] == nil, "there is no folder of them")
                let text = try await fixture.dialerd("doctor")
                #expect(text.output.split(separator: "\n").count == report.findings.count, "a line each")
            }
        }

        @Test func whatIsWrongIsNamed() async throws {
            try await SystemFixture.open { fixture in
                try await fixture.startDaemon()
                let nobody = try LoopbackSocket()
                let nowhere = "http://127.0.0.1:\(nobody.port)"
                let unknown = ["PLIVO_AUTH_TOKEN": "another-token"]
                let denied = try await examine(fixture, environment: unknown, code: 1)
                #expect(denied["plivo"] == "problem")
                #expect(denied["callbacks"] == "problem", "the daemon refuses what this token signs")
                let lost = try await examine(fixture, environment: ["DIALERD_CALLBACKS_PUBLIC_URL": nowhere], code: 1)
                #expect(lost["callbacks"] == "problem" && lost["plivo"] == "ok")
                let silent = ["DIALERD_PLIVO_BASE_URL": nowhere + "/v1"]
                #expect(try await examine(fixture, environment: silent, code: 1)["plivo"] == "problem")
                // The simulator's own pages are no API of Plivo's.
                let other = ["DIALERD_PLIVO_BASE_URL": fixture.simulator.baseURL + "/other"]
                #expect(try await examine(fixture, environment: other, code: 1)["plivo"] == "problem")
                try FileManager.default.removeItem(atPath: fixture.path + "/auth_token")
                #expect(try await examine(fixture, code: 1)["credentials"] == "problem")
            }
        }

        @Test func aStoppedDaemonIsAWarning() async throws {
            try await SystemFixture.open { fixture in
                try await fixture.startDaemon().end()
                let report = try await examine(fixture, code: 0)
                #expect(report["daemon"] == "warning" && report["callbacks"] == "warning")
            }
        }

        @Test func aWrongConfiguration() async throws {
            try await SystemFixture.open { fixture in
                let environment = ["DIALERD_LIMITS_MAX_BATCH": "5000", "DIALERD_STATE_DIR": "relative"]
                let report = try await examine(fixture, environment: environment, code: 78)
                #expect(report.findings.filter { $0.check == "configuration" }.count == 2)
                #expect(report["time_zones"] != nil, "what needs no configuration is looked at all the same")
            }
        }
    }
}
