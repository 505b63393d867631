import ArgumentParser
import Settings

/// The sentence about a first word that is no subcommand. ArgumentParser itself would call it an unexpected argument.
struct UnknownSubcommand: CustomStringConvertible {
    private let word: String
    private let nearest: String
    /// `dialerd` or, for example, `dialerd dnc`.
    private let command: String

    /// - Parameter arguments: the command line's, without the program's name.
    /// - Returns: nil if every subcommand exists, if no subcommand has a similar name, or if an option comes first.
    init?(_ arguments: some Sequence<String>) {
        var command: any ParsableCommand.Type = RootCommand.self
        var path = "dialerd"
        for word in arguments {
            let subcommands = command.configuration.subcommands
            let names = subcommands.compactMap { $0.configuration.commandName }
            guard !word.hasPrefix("-"), word != "help", !names.isEmpty else { return nil }
            guard let next = subcommands.first(where: { $0.configuration.commandName == word }) else {
                guard let nearest = NearestKey.of(word, among: names) else { return nil }
                self.word = word
                self.nearest = nearest
                self.command = path
                return
            }
            command = next
            path += " \(word)"
        }
        return nil
    }

    var description: String {
        "\"\(word)\" is no subcommand; did you mean \(command) \(nearest)? \(command) --help lists them"
    }
}
