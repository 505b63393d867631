import ArgumentParser
import DialerCore
import DialerDaemon
import DialerStore

struct PauseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause",
        abstract: "Stop handing over a campaign's contacts, within a second.",
        discussion: "What Plivo has queued already still rings; status counts it."
    )

    @OptionGroup var configurationOption: ConfigurationOption

    @Argument(help: "A campaign's name.")
    var campaign: String

    func run() throws {
        let (store, _) = try configurationOption.open(.control)
        switch try store.pause(campaign, at: SystemClock.wall) {
        case .done(let queued) where queued > 0:
            try Output.line("\(campaign) is paused; \(queued) calls that Plivo has queued already will still ring")
        case .done: try Output.line("\(campaign) is paused")
        case .already: try Output.line("\(campaign) was paused already")
        case .notPossible(let state): throw Failure("\(campaign) is \(state.rawValue): there is nothing to pause")
        case .unknownCampaign: throw Failure("there is no campaign \(campaign): dialerd status lists them")
        }
    }
}

struct ResumeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Go on with a campaign that was paused or halted."
    )

    @OptionGroup var configurationOption: ConfigurationOption

    @Argument(help: "A campaign's name.")
    var campaign: String

    func run() throws {
        let (store, isDaemonRunning) = try configurationOption.open(.control)
        switch try store.resume(campaign) {
        case .done where isDaemonRunning: try Output.line("\(campaign) goes on")
        case .done: try Output.line("\(campaign) goes on as soon as the daemon runs")
        case .already: try Output.line("\(campaign) was neither paused nor halted")
        case .notPossible(let state): throw Failure("\(campaign) is \(state.rawValue): it cannot be resumed")
        case .unknownCampaign: throw Failure("there is no campaign \(campaign): dialerd status lists them")
        }
    }
}
