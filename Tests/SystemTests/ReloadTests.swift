import Glibc
import TestSupport
import Testing

extension SystemTests {
    /// SIGHUP, as `systemctl reload` sends it.
    struct ReloadTests {
        @Test func aGoodConfigurationIsInForceAndABadOneIsRefused() async throws {
            try await House.open(callsPerSecond: 100) { house in
                let daemon = try await house.startDaemon()
                let good = try #require(house.text("dialerd.yaml"))

                try house.write(good + "limitz: {}\nlog: {level: loud}\n", to: "dialerd.yaml")
                daemon.send(SIGHUP)
                let words = try await daemon.says("limitz")
                #expect(words.contains("the changed configuration is not in force"))
                try await daemon.says("trace, debug, info, notice, warning, error or critical")
                #expect(daemon.isRunning)

                let moved = good + "log: {format: json}\n"
                try house.write(moved, to: "dialerd.yaml")
                daemon.send(SIGHUP)
                try await daemon.says("log.format cannot change while the daemon runs")

                // A campaign waits for what only the new defaults have.
                try house.drop("spring", ContactList.csv(20), settings: nil)
                try await eventually("the file that waits") {
                    try await house.status().files.contains { $0.name.contains("spring") } ? true : nil
                }
                let settings = ContactList.settings.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
                try house.write(good.replacing("defaults:", with: "defaults:\n" + settings), to: "dialerd.yaml")
                daemon.send(SIGHUP)
                try await daemon.says("the configuration has been read again and is in force")
                try await house.completed()
                try await house.expectAgreement(numbers: SystemTests.numbers(20))
            }
        }

        @Test func theConfigurationCanBeCheckedAlone() async throws {
            try await House.open { house in
                let good = try await house.dialerd("run", "--check")
                #expect(good.code == 0)
                let tls = "/nowhere/certificate.pem"
                let plain = try #require(house.text("dialerd.yaml"))
                let files = "  tls_certificate: \(tls)\n  tls_key: /nowhere/key.pem\n"
                try house.write(plain.replacing("callbacks:\n", with: "callbacks:\n" + files), to: "dialerd.yaml")
                let unreadable = try await house.dialerd("run", "--check")
                #expect(unreadable.code == 78)
                #expect(unreadable.errors.contains(tls))
                try house.write("limitz: {}\n", to: "dialerd.yaml")
                let bad = try await house.dialerd("run", "--check")
                #expect(bad.code == 78)
                #expect(bad.errors.contains("limitz") && bad.errors.contains("plivo.auth_id"))
                #expect(house.text("state/dialerd.sqlite3") == nil, "nothing was run")
            }
        }
    }
}
