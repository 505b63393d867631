import ArgumentParser
import DialerCore
import DialerStore

struct DoNotCallCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say whether numbers are on the do-not-call list.",
        discussion: "The exit code is 0 if every one of them is on it, and 1 if not."
    )

    @OptionGroup var configurationOption: ConfigurationOption

    @Argument(help: "Numbers or SIP URIs.")
    var numbers: [String]

    func run() throws {
        let configuration = try configurationOption.load()
        let destinations = try NumberReading(configuration).destinations(numbers)
        let (store, _) = try configurationOption.open(of: configuration)
        var isEveryoneListed = true
        for destination in destinations {
            if let entry = try store.doNotCall(destination) {
                try Output.line("\(destination.internationalText) is on the list \(DoNotCallWords.entry(entry))")
            } else {
                isEveryoneListed = false
                try Output.line("\(destination.internationalText) is not on the list")
            }
        }
        if !isEveryoneListed { throw ExitCode(ExitStatus.no.rawValue) }
    }
}
