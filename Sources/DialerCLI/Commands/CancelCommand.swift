import ArgumentParser
import DialerCore
import DialerDaemon
import DialerStore
import Settings

struct CancelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "End a campaign for good, and take back what waits in Plivo's queue.",
        discussion: """
            A call that rings or talks goes its way and keeps its own outcome. The command waits until Plivo has \
            confirmed that nothing is left, and says how many calls rang after the word was given; Ctrl-C ends the \
            waiting, not the cancelling. The exit code is 1 if it cannot be confirmed because the daemon does not run.
            """
    )

    private static let lookInterval = Duration.milliseconds(500)

    @OptionGroup var configurationOption: ConfigurationOption

    @Argument(help: "A campaign's name.")
    var campaign: String

    @Flag(name: .customLong("no-wait"), help: "Do not wait for the confirmation.")
    var isWaitless = false

    func run() async throws {
        let configuration = try configurationOption.load()
        let (store, isDaemonRunning) = try configurationOption.open(.control, of: configuration)
        let advice = isDaemonRunning ? "" : " when the daemon runs: systemctl start dialerd"
        switch try store.cancel(campaign, at: SystemClock.wall) {
        case .done(let queued) where queued > 0:
            let calls = counted(queued, "call")
            try Output.line(
                "\(campaign) is being cancelled; \(calls) that Plivo has queued already will be taken back\(advice)"
            )
        case .done: try Output.line("\(campaign) is being cancelled")
        case .already: try Output.line("\(campaign) was being cancelled already")
        case .notPossible(.importing): throw Failure("\(campaign) is being imported: cancel it when it is there")
        case .notPossible(let state): throw Failure("\(campaign) is \(state.rawValue): there is nothing to cancel")
        case .unknownCampaign: throw Failure("there is no campaign \(campaign): dialerd status lists them")
        }
        if isWaitless { return }
        Interruption.say("the cancelling goes on: dialerd status shows how far it is")
        try await wait(for: store, StateDirectory(configuration.stateDirectory))
        guard let cancellation = try store.cancellation(of: campaign) else { return }
        try Output.line("\(campaign) is cancelled: \(Self.result(cancellation))")
    }

    /// Until it is cancelled, or nobody is there to do it.
    private func wait(for store: Store, _ state: StateDirectory) async throws {
        var shown = ""
        defer { if !shown.isEmpty { try? Output.write("\r\u{1B}[K") } }
        while let cancellation = try store.cancellation(of: campaign), cancellation.state == .cancelling {
            guard state.holder != nil else { throw Failure(Self.unconfirmed(cancellation)) }
            if Output.isTerminal, Self.progress(cancellation) != shown {
                shown = Self.progress(cancellation)
                try Output.write("\r\u{1B}[K\(shown.prefix(Output.width - 1))")
            }
            try await Task.sleep(for: Self.lookInterval)
        }
    }

    private static func unconfirmed(_ cancellation: Cancellation) -> String {
        let calls = counted(cancellation.queued, "call")
        let rest =
            cancellation.queued > 0 ? "\(calls) in Plivo's queue will ring unless it starts" : "nobody else is called"
        return
            "the word is given, but the daemon is not running and nothing is confirmed; \(rest): systemctl start dialerd"
    }

    private static func progress(_ cancellation: Cancellation) -> String {
        let progress = cancellation.progress
        let parts = [
            (cancellation.queued, "in Plivo's queue"), (progress[.ringing], "ringing"),
            (progress[.inProgress], "talking"), (progress[.pending], "to be crossed off"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return parts.isEmpty ? "almost done" : parts.joined(separator: ", ")
    }

    private static func result(_ cancellation: Cancellation) -> String {
        let contacts = counted(cancellation.progress[.cancelled], "contact")
        return "\(contacts) not called, \(counted(cancellation.rang, "call")) rang after the word was given"
    }
}
