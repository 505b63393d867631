import ArgumentParser
import DialerCore
import DialerStore

struct DoNotCallCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say whether numbers are on the do-not-call list.",
        discussion: "The exit code is 0 if all of them are on it, else 1."
    )

    @OptionGroup var configurationOption: ConfigurationOption

    @Argument(help: "Numbers or SIP URIs.")
    var numbers: [String]

    func run() throws {
        let configuration = try configurationOption.load()
        let destinations = try NumberParser(configuration).destinations(numbers)
        let (store, _) = try configurationOption.open(of: configuration)
        var areAllListed = true
        for destination in destinations {
            if let entry = try store.doNotCall(destination) {
                try Output.line("\(destination.internationalText) is on the list \(DoNotCallText.entry(entry))")
            } else {
                areAllListed = false
                try Output.line("\(destination.internationalText) is not on the list")
            }
        }
        if !areAllListed { throw ExitCode(ExitStatus.no.rawValue) }
    }
}
