import ArgumentParser

struct DoNotCallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dnc",
        abstract: "The do-not-call list: numbers that no campaign calls.",
        discussion: "A change holds for the next call of every campaign, with or without a running daemon.",
        subcommands: [
            DoNotCallAddCommand.self, DoNotCallRemoveCommand.self, DoNotCallListCommand.self,
            DoNotCallImportCommand.self, DoNotCallCheckCommand.self,
        ]
    )
}
