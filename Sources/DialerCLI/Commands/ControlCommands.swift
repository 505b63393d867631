import ArgumentParser
import DialerCore
import DialerDaemon
import DialerStore

struct PauseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause",
        abstract: "Stop handing over a campaign's contacts, within a second.",
        discussion: """
            What Plivo has queued already still rings, and status counts it; with --withdraw it is taken back, to be \
            called when the campaign goes on. A call that rings or talks goes its way.
            """
    )

    @OptionGroup var configurationOption: ConfigurationOption

    @Argument(help: "A campaign's name.")
    var campaign: String

    @Flag(help: "Take back what waits in Plivo's queue.")
    var withdraw = false

    func run() throws {
        let (store, isDaemonRunning) = try configurationOption.open(.control)
        switch try store.pause(campaign, withdrawing: withdraw, at: SystemClock.wall) {
        case .done(let queued): try Output.line(sentence(queued: queued, isDaemonRunning: isDaemonRunning))
        case .already: try Output.line("\(campaign) was paused already")
        case .notPossible(let state): throw Failure("\(campaign) is \(state.rawValue): there is nothing to pause")
        case .unknownCampaign: throw Failure("there is no campaign \(campaign): dialerd status lists them")
        }
    }

    private func sentence(queued: Int, isDaemonRunning: Bool) -> String {
        guard queued > 0 else { return "\(campaign) is paused" }
        let calls = "\(campaign) is paused; \(counted(queued, "call")) that Plivo has queued already"
        guard withdraw else { return "\(calls) will still ring" }
        guard isDaemonRunning else {
            return "\(calls) will be taken back when the daemon runs: systemctl start dialerd"
        }
        return "\(calls) will be taken back; dialerd status \(campaign) shows how many are left"
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
