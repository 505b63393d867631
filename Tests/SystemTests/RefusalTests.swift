import Foundation
import TestSupport
import Testing

extension SystemTests {
    struct RefusalTests {
        @Test func aSecondDaemonIsRefused() async throws {
            try await SystemFixture.open { fixture in
                let first = try await fixture.startDaemon()
                let second = try await fixture.dialerd("run")
                #expect(second.code == 1)
                expectOneSentence(second.errors, naming: "another dialerd (pid \(first.pid)) already runs")
                #expect(first.isRunning)
            }
        }

        @Test func everyProblemOfTheConfigurationIsToldAtOnce() async throws {
            try await SystemFixture.open { fixture in
                try fixture.write(
                    """
                    state_dir: relative
                    plivo:
                      auth_id: nobody
                      auth_token_file: \(fixture.path)/missing
                    limits:
                      calls_per_secnd: 5
                      max_batch: 1001
                    callbacks:
                      public_url: http://127.0.0.1:1
                    """,
                    to: "dialerd.yaml"
                )
                let answer = try await fixture.dialerd("run")
                #expect(answer.code == 78)
                #expect(answer.output == "")
                let lines = answer.errors.split(separator: "\n")
                let places = ["state_dir", "auth_id", "auth_token", "calls_per_second", "max_batch"]
                #expect(places.filter { place in !lines.contains { $0.contains(place) } } == [])
                #expect(lines.allSatisfy { $0.hasPrefix("dialerd: ") })
            }
        }

        @Test func aMissingTokenOrFile() async throws {
            try await SystemFixture.open { fixture in
                try FileManager.default.removeItem(atPath: fixture.path + "/auth_token")
                let tokenless = try await fixture.dialerd("run")
                #expect(tokenless.code == 78)
                expectOneSentence(tokenless.errors, naming: "auth_token")
                let fileless = try await fixture.dialerd("run", "--config", fixture.path + "/nowhere.yaml")
                #expect(fileless.code == 78)
                expectOneSentence(fileless.errors, naming: "nowhere.yaml")
            }
        }

        @Test(arguments: [["status", "--jsn"], ["results"], ["status", "--watch", "--json"]])
        func wrongUsage(arguments: [String]) async throws {
            try await SystemFixture.open { fixture in
                let program = try fixture.start(arguments)
                #expect(try await program.exitCode() == 64)
                #expect(program.textOfOutput == "")
                #expect(program.textOfErrors.contains("Usage: "))
            }
        }

        @Test func aMistypedSubcommandIsAnsweredWithTheNearest() async throws {
            try await SystemFixture.open { fixture in
                let answer = try await fixture.dialerd("stauts")
                #expect(answer.code == 64)
                expectOneSentence(answer.errors, naming: "did you mean dialerd status?")
            }
        }

        @Test func anAddressThatIsInUse() async throws {
            try await SystemFixture.open { fixture in
                try fixture.listener.listen()
                let answer = try await fixture.dialerd("run")
                #expect(answer.code == 1)
                let sentences = answer.errors.split(separator: "\n").filter { $0.hasPrefix("dialerd: ") }
                #expect(sentences.count == 1)
                #expect(sentences.first?.contains("\(fixture.port)") == true)
            }
        }

        /// Below a regular file nobody can make a folder, not even root.
        @Test(arguments: ["state_dir", "campaign_dir"])
        func aFolderThatCannotBeWritten(key: String) async throws {
            try await SystemFixture.open { fixture in
                let impossible = fixture.path + "/auth_token/folder"
                let name = "DIALERD_" + key.uppercased()
                let answer = try await fixture.dialerd("run", environment: [name: impossible])
                #expect(answer.code == 78)
                expectOneSentence(answer.errors, naming: impossible)
            }
        }

        @Test func commandsBeforeTheFirstStart() async throws {
            try await SystemFixture.open { fixture in
                for command in [["status"], ["results", "spring"], ["pause", "spring"], ["resume", "spring"]] {
                    let program = try fixture.start(command)
                    #expect(try await program.exitCode() == 1, "\(command)")
                    expectOneSentence(program.textOfErrors, naming: "start the daemon once")
                }
                #expect(!FileManager.default.fileExists(atPath: fixture.state), "a look has made something")
            }
        }

        private func expectOneSentence(_ errors: String, naming words: String) {
            let lines = errors.split(separator: "\n")
            #expect(lines.count == 1, "\(errors)")
            #expect(lines.first?.hasPrefix("dialerd: ") == true)
            #expect(errors.contains(words), "\(errors)")
        }
    }
}
