import ArgumentParser
import DialerCore
import DialerDaemon
import DialerStore
import Settings

struct CancelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "End a campaign for good, and take back its calls in Plivo's queue.",
        discussion: """
            Calls that ring or talk are not cut off, and keep their own outcome. The command waits until Plivo has \
            confirmed that no call is left, and says how many calls rang after it was given; Ctrl-C ends the waiting, \
            not the cancellation. The exit code is 1 if the daemon is not running and cannot confirm the cancellation.
            """
    )

    private static let pollInterval = Duration.milliseconds(500)

    @OptionGroup var configurationOption: ConfigurationOption

    @Argument(help: "A campaign's name.")
    var campaign: String

    @Flag(name: .customLong("no-wait"), help: "Do not wait for the confirmation.")
    var skipsWaiting = false

    func run() async throws {
        let configuration = try configurationOption.load()
        let (store, isDaemonRunning) = try configurationOption.open(.control, of: configuration)
        switch try store.cancel(campaign, at: SystemClock.wall) {
        case .done(let queued, _):
            try Output.line(ControlText.cancelling(campaign, queued: queued, isDaemonRunning: isDaemonRunning))
        case .already: try Output.line("\(campaign) is already being canceled")
        case .notPossible(.importing): throw Failure("\(campaign) is being imported: cancel it after the import")
        case .notPossible(let state): throw Failure("\(campaign) has ended (\(state.rawValue))")
        case .unknownCampaign: throw Failure.noCampaign(campaign)
        }
        if skipsWaiting { return }
        InterruptMessage.set("the cancellation goes on: dialerd status shows its progress")
        try await wait(for: store, StateDirectory(configuration.stateDirectory))
        guard let cancellation = try store.cancellation(of: campaign) else { return }
        try Output.line(ControlText.cancelled(campaign, cancellation))
    }

    /// Waits until the campaign is canceled.
    ///
    /// - Throws: ``Failure`` if the daemon does not run, or stops during the wait.
    private func wait(for store: Store, _ state: StateDirectory) async throws {
        var shown = ""
        defer { if !shown.isEmpty { try? Output.write("\r\u{1B}[K") } }
        while let cancellation = try store.cancellation(of: campaign), cancellation.state == .cancelling {
            guard state.holder != nil else { throw Failure(ControlText.unconfirmed(cancellation)) }
            let progress = ControlText.progress(cancellation)
            if Output.isTerminal, progress != shown {
                shown = progress
                try Output.write("\r\u{1B}[K\(shown.prefix(Output.width - 1))")
            }
            try await Task.sleep(for: Self.pollInterval)
        }
    }
}
