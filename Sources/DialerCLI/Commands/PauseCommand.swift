import ArgumentParser
import DialerCore
import DialerDaemon
import DialerStore

struct PauseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause",
        abstract: "Stop calling a campaign's contacts, within a second.",
        discussion: """
            From the next batch on, no more calls are handed to Plivo. Calls that Plivo has queued still ring, and status \
            counts them; with --withdraw they are withdrawn, and made again after resume. Calls that ring or talk are not \
            cut off.
            """
    )

    @OptionGroup var configurationOption: ConfigurationOption

    @Argument(help: "A campaign's name.")
    var campaign: String

    @Flag(help: "Take back the calls that wait in Plivo's queue.")
    var withdraw = false

    func run() throws {
        let (store, isDaemonRunning) = try configurationOption.open(.control)
        switch try store.pause(campaign, withdrawing: withdraw, at: SystemClock.wall) {
        case .done(let queued, let areOnTheirWay):
            let text = ControlText.paused(
                campaign,
                queued: queued,
                areOnTheirWay: areOnTheirWay,
                isWithdrawing: withdraw,
                isDaemonRunning: isDaemonRunning
            )
            try Output.line(text)
        case .already: try Output.line("\(campaign) was already paused")
        case .notPossible(let state): throw Failure("\(campaign) is \(state.rawValue): it cannot be paused")
        case .unknownCampaign: throw Failure.noCampaign(campaign)
        }
    }
}
