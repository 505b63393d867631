import ArgumentParser
import DialerCore
import DialerStore

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
        case .unknownCampaign: throw Failure.noCampaign(campaign)
        }
    }
}
