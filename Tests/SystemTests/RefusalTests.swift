import Foundation
import TestSupport
import Testing

extension SystemTests {
    struct RefusalTests {
        @Test func aSecondDaemonIsRefused() async throws {
            try await House.open { house in
                let first = try await house.startDaemon()
                let second = try await house.dialerd("run")
                #expect(second.code == 1)
                expectOneSentence(second.errors, naming: "another dialerd (pid \(first.pid)) already runs")
                #expect(first.isRunning)
            }
        }

        @Test func everyProblemOfTheConfigurationIsToldAtOnce() async throws {
            try await House.open { house in
                try house.write(
                    """
                    state_dir: relative
                    plivo:
                      auth_id: nobody
                      auth_token_file: \(house.path)/missing
                    limits:
                      calls_per_secnd: 5
                      max_batch: 1001
                    callbacks:
                      public_url: http://127.0.0.1:1
                    """,
                    to: "dialerd.yaml"
                )
                let answer = try await house.dialerd("run")
                #expect(answer.code == 78)
                #expect(answer.output == "")
                let lines = answer.errors.split(separator: "\n")
                let places = ["state_dir", "auth_id", "auth_token", "calls_per_second", "max_batch"]
                #expect(places.filter { place in !lines.contains { $0.contains(place) } } == [])
                #expect(lines.allSatisfy { $0.hasPrefix("dialerd: ") })
            }
        }

        @Test func aMissingTokenOrFile() async throws {
            try await House.open { house in
                try FileManager.default.removeItem(atPath: house.path + "/auth_token")
                let tokenless = try await house.dialerd("run")
                #expect(tokenless.code == 78)
                expectOneSentence(tokenless.errors, naming: "auth_token")
                let fileless = try await house.dialerd("run", "--config", house.path + "/nowhere.yaml")
                #expect(fileless.code == 78)
                expectOneSentence(fileless.errors, naming: "nowhere.yaml")
            }
        }

        @Test(arguments: [["status", "--jsn"], ["results"], ["status", "--watch", "--json"]])
        func wrongUsage(arguments: [String]) async throws {
            try await House.open { house in
                let program = try house.start(arguments)
                #expect(try await program.exitCode() == 64)
                #expect(program.textOfOutput == "")
                #expect(program.textOfErrors.contains("Usage: "))
            }
        }

        @Test func aMistypedSubcommandIsAnsweredWithTheNearest() async throws {
            try await House.open { house in
                let answer = try await house.dialerd("stauts")
                #expect(answer.code == 64)
                expectOneSentence(answer.errors, naming: "did you mean dialerd status?")
            }
        }

        @Test func anAddressThatIsInUse() async throws {
            try await House.open { house in
                try house.listener.listen()
                let answer = try await house.dialerd("run")
                #expect(answer.code == 1)
                let sentences = answer.errors.split(separator: "\n").filter { $0.hasPrefix("dialerd: ") }
                #expect(sentences.count == 1)
                #expect(sentences.first?.contains("\(house.port)") == true)
            }
        }

        /// Below a regular file nobody can make a folder, not even root.
        @Test(arguments: ["state_dir", "campaign_dir"])
        func aFolderThatCannotBeWritten(key: String) async throws {
            try await House.open { house in
                let impossible = house.path + "/auth_token/folder"
                let name = "DIALERD_" + key.uppercased()
                let answer = try await house.dialerd("run", environment: [name: impossible])
                #expect(answer.code == 78)
                expectOneSentence(answer.errors, naming: impossible)
            }
        }

        @Test func commandsBeforeTheFirstStart() async throws {
            try await House.open { house in
                for command in [["status"], ["results", "spring"], ["pause", "spring"], ["resume", "spring"]] {
                    let program = try house.start(command)
                    #expect(try await program.exitCode() == 1, "\(command)")
                    expectOneSentence(program.textOfErrors, naming: "start the daemon once")
                }
                #expect(!FileManager.default.fileExists(atPath: house.state), "a look has made something")
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
