import ArgumentParser
import DialerDaemon
import DialerStore

struct DoNotCallAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Put numbers on the do-not-call list.",
        discussion: """
            Calls to them that wait in Plivo's queue are taken back; calls that ring or talk are not cut off, and are the \
            last. A number that is on the list already keeps its reason and its date.
            """
    )

    @OptionGroup var configurationOption: ConfigurationOption

    @Argument(help: "Numbers or SIP URIs.")
    var numbers: [String]

    @Option(help: "The reason, in your own words.")
    var reason = ""

    func run() throws {
        let configuration = try configurationOption.load()
        let destinations = try NumberParser(configuration).destinations(numbers)
        let (store, isDaemonRunning) = try configurationOption.open(.control, of: configuration)
        let addition = try store.addDoNotCall(
            destinations,
            reason: reason,
            source: "dialerd dnc add",
            at: SystemClock.wall
        )
        try Output.line(DoNotCallText.addition(addition, isDaemonRunning: isDaemonRunning))
    }
}
