import Foundation
import TestSupport
import Testing

extension SystemTests {
    /// The man pages name every subcommand and every option that the built programs have.
    struct ManualTests {
        private struct Help: Decodable {
            var command: Command
        }

        private struct Command: Decodable {
            struct Argument: Decodable {
                struct Name: Decodable {
                    var kind: String
                    var name: String
                }

                var names: [Name]?
                var shouldDisplay: Bool
            }

            var commandName: String
            var arguments: [Argument]?
            var subcommands: [Command]?

            /// `--json`, as a page has it: `Fl -json`.
            var options: Set<String> {
                let names = (arguments ?? []).filter(\.shouldDisplay).flatMap { $0.names ?? [] }
                return Set(names.map { $0.kind == "long" ? "Fl -\($0.name)" : "Fl \($0.name)" })
            }

            /// All that are not mere folders of others, by their full names: `dnc add`.
            func leaves(below path: String = "") -> [(name: String, command: Command)] {
                let inner = (subcommands ?? []).filter { $0.commandName != "help" }
                guard !inner.isEmpty else { return [(path, self)] }
                return inner.flatMap { $0.leaves(below: path.isEmpty ? $0.commandName : "\(path) \($0.commandName)") }
            }
        }

        private static func help(of program: Program) async throws -> Command {
            let folder = try TemporaryFolder()
            let run = try RunningProgram(program, ["--experimental-dump-help"], in: folder.path, name: "help")
            #expect(try await run.exitCode() == 0)
            return try JSONDecoder().decode(Help.self, from: Data(run.textOfOutput.utf8)).command
        }

        private static func page(_ name: String) throws -> String {
            let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent()
            return try String(contentsOf: root.appending(path: "docs/man/\(name)"), encoding: .utf8)
        }

        /// The paragraphs of a page's list of subcommands: each begins with an item such as `.It Cm dnc add Ar number`.
        private static func paragraphs(of page: String) -> [Substring] {
            page.replacing(".It Xo\n.Cm", with: ".It Cm").split(separator: "\n.It Cm ").dropFirst()
                .map { $0 }
        }

        @Test func everySubcommandHasItsParagraphWithEveryOption() async throws {
            let page = try Self.page("dialerd.8")
            let common: Set = ["Fl -config", "Fl -version", "Fl h", "Fl -help"]
            for option in common { #expect(page.contains(option)) }
            let commands = try await Self.help(of: .dialerd).leaves()
            #expect(commands.count > 15)
            for (name, command) in commands {
                let beginnings = ["\(name) ", "\(name)\n"]
                let paragraph = Self.paragraphs(of: page).first { text in beginnings.contains { text.hasPrefix($0) } }
                let text = try #require(paragraph, "dialerd.8 lacks \(name)")
                for option in command.options.subtracting(common) {
                    #expect(text.contains(option), "dialerd.8 lacks an option of \(name)")
                }
            }
        }

        @Test func everyOptionOfTheSimulatorIsNamed() async throws {
            let page = try Self.page("plivo-simulator.1")
            let options = try await Self.help(of: .plivoSimulator).options
            #expect(options.count > 20)
            for option in options { #expect(page.contains(option), "plivo-simulator.1 lacks \(option)") }
        }
    }
}
