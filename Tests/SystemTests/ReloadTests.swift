import Glibc
import TestSupport
import Testing

extension SystemTests {
    /// SIGHUP, as `systemctl reload` sends it.
    struct ReloadTests {
        @Test func aGoodConfigurationIsInForceAndABadOneIsRefused() async throws {
            try await SystemFixture.open(callsPerSecond: 100) { fixture in
                let daemon = try await fixture.startDaemon()
                let good = try #require(fixture.text("dialerd.yaml"))

                try fixture.write(good + "limitz: {}\nlog: {level: loud}\n", to: "dialerd.yaml")
                daemon.send(SIGHUP)
                let words = try await daemon.says("limitz")
                #expect(words.contains("the changed configuration is not in force"))
                try await daemon.says("trace, debug, info, notice, warning, error or critical")
                #expect(daemon.isRunning)

                let moved = good + "log: {format: json}\n"
                try fixture.write(moved, to: "dialerd.yaml")
                daemon.send(SIGHUP)
                try await daemon.says("log.format cannot change while the daemon runs")

                // A campaign waits for what only the new defaults have.
                try fixture.drop("spring", ContactList.csv(20), settings: nil)
                try await eventually("the file that waits") {
                    try await fixture.status().files.contains { $0.name.contains("spring") } ? true : nil
                }
                let settings = ContactList.settings.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
                try fixture.write(good.replacing("defaults:", with: "defaults:\n" + settings), to: "dialerd.yaml")
                daemon.send(SIGHUP)
                try await daemon.says("the configuration has been read again and is in force")
                try await fixture.completed()
                try await fixture.expectAgreement(numbers: SystemTests.numbers(20))
            }
        }

        @Test func theConfigurationCanBeCheckedAlone() async throws {
            try await SystemFixture.open { fixture in
                let good = try await fixture.dialerd("run", "--check")
                #expect(good.code == 0)
                let tls = "/nowhere/certificate.pem"
                let plain = try #require(fixture.text("dialerd.yaml"))
                let files = "  tls_certificate: \(tls)\n  tls_key: /nowhere/key.pem\n"
                try fixture.write(plain.replacing("callbacks:\n", with: "callbacks:\n" + files), to: "dialerd.yaml")
                let unreadable = try await fixture.dialerd("run", "--check")
                #expect(unreadable.code == 78)
                #expect(unreadable.errors.contains(tls))
                try fixture.write("limitz: {}\n", to: "dialerd.yaml")
                let bad = try await fixture.dialerd("run", "--check")
                #expect(bad.code == 78)
                #expect(bad.errors.contains("limitz") && bad.errors.contains("plivo.auth_id"))
                #expect(fixture.text("state/dialerd.sqlite3") == nil, "nothing was run")
            }
        }
    }
}
