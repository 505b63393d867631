import ArgumentParser
import Settings

enum UnknownSubcommand {
    /// The sentence about a first word that is not a subcommand. ArgumentParser's own sentence would call this word an
    /// unexpected argument.
    ///
    /// - Parameter arguments: the command line without the program's name.
    /// - Returns: nil if every subcommand exists, or if an option comes first.
    static func sentence(_ arguments: some Sequence<String>) -> String? {
        var command: any ParsableCommand.Type = RootCommand.self
        // `dialerd` or, for example, `dialerd dnc`.
        var path = "dialerd"
        for word in arguments {
            let subcommands = command.configuration.subcommands
            let names = subcommands.compactMap { $0.configuration.commandName }
            guard !word.hasPrefix("-"), word != "help", !names.isEmpty else { return nil }
            guard let next = subcommands.first(where: { $0.configuration.commandName == word }) else {
                let nearest = NearestName.of(word, among: names).map { " did you mean \(path) \($0)?" } ?? ""
                return "\"\(word)\" is no subcommand;\(nearest) \(path) --help lists them"
            }
            command = next
            path += " \(word)"
        }
        return nil
    }
}
