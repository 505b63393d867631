import ArgumentParser
import DialerStore

struct DoNotCallRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Take numbers off the do-not-call list.",
        discussion: """
            It holds for calls from now on: contacts that have ended as suppressed are not called any more, and calls that \
            are being taken back are made again later. The exit code is 1 if none of the numbers was on the list.
            """
    )

    @OptionGroup var configurationOption: ConfigurationOption

    @Argument(help: "Numbers or SIP URIs.")
    var numbers: [String]

    func run() throws {
        let configuration = try configurationOption.load()
        let destinations = try NumberParser(configuration).destinations(numbers)
        let (store, _) = try configurationOption.open(.control, of: configuration)
        let removed = try store.removeDoNotCall(destinations)
        guard removed > 0 else {
            throw Failure(
                "nothing to remove: \(destinations.count == 1 ? "it is" : "they are") not on the do-not-call list"
            )
        }
        let absent = destinations.count - removed
        let rest = absent > 0 ? "; \(absent) not on it" : ""
        try Output.line("\(pluralized(removed, "number")) removed from the do-not-call list\(rest)")
    }
}
