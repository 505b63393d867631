import ArgumentParser
import DialerDaemon
import DialerStore

struct DoNotCallAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Put numbers on the do-not-call list.",
        discussion: """
            A call that waits in Plivo's queue is taken back; one that rings or talks goes its way, and is the last. A \
            number that is on the list keeps its reason and its date.
            """
    )

    @OptionGroup var configurationOption: ConfigurationOption

    @Argument(help: "Numbers or SIP URIs.")
    var numbers: [String]

    @Option(help: "Why, in your own words.")
    var reason = ""

    func run() throws {
        let configuration = try configurationOption.load()
        let destinations = try NumberReading(configuration).destinations(numbers)
        let (store, isDaemonRunning) = try configurationOption.open(.control, of: configuration)
        let addition = try store.addDoNotCall(
            destinations,
            reason: reason,
            source: "dialerd dnc add",
            at: SystemClock.wall
        )
        try Output.line(DoNotCallWords.addition(addition, isDaemonRunning: isDaemonRunning))
    }
}
