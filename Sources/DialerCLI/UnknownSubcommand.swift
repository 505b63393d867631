import ArgumentParser
import Settings

/// A first word that is no subcommand: ArgumentParser calls it an unexpected argument.
struct UnknownSubcommand: CustomStringConvertible {
    private let word: String
    private let nearest: String
    /// `dialerd`, `dialerd dnc`.
    private let command: String

    /// - Parameter arguments: without the program's name.
    /// - Returns: nil if the subcommands are not to blame, or come after an option.
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
