import ArgumentParser
import DialerCore
import DialerDaemon
import DialerStore

struct ResolveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "List the contacts that may or may not have been called, and decide about them.",
        discussion: """
            Without --redial or --accept, they are listed. --redial calls them again, although they may have been called; \
            --accept ends them as unknown and does not list them again. Both take numbers, or --all.
            """
    )

    @OptionGroup var configurationOption: ConfigurationOption

    @Argument(help: "A campaign's name.")
    var campaign: String

    @Argument(help: "Numbers or SIP URIs.")
    var numbers: [String] = []

    @Flag(help: "Call them again, although they may have been called.")
    var redial = false

    @Flag(help: "End them as unknown.")
    var accept = false

    @Flag(help: "All contacts that are listed.")
    var all = false

    func validate() throws {
        if redial && accept { throw ValidationError("--redial and --accept exclude each other.") }
        if redial || accept, all == !numbers.isEmpty {
            throw ValidationError("Say which contacts: give numbers, or --all.")
        }
        if !redial, !accept, all || !numbers.isEmpty {
            throw ValidationError("Say what to do with them: --redial or --accept.")
        }
    }

    func run() throws {
        let (store, _) = try configurationOption.open(.control)
        guard let doubtful = try store.doubtfulContacts(ofCampaign: campaign) else {
            throw Failure.noCampaign(campaign)
        }
        if let instant = try store.archivedAt(campaign: campaign) {
            throw Failure(
                "\(campaign) was archived \(instant.rfc3339), and its contacts cannot be changed any more: "
                    + "dialerd results \(campaign) prints their outcomes"
            )
        }
        guard redial || accept else { return try Output.write(ResolveText.list(doubtful)) }
        let chosen = all ? doubtful : try numbers.map { try find($0, in: doubtful) }
        let count = try store.resolve(chosen, as: redial ? .redial : .accept, at: SystemClock.wall)
        try Output.line(redial ? "\(count) will be called again" : "\(count) end as unknown")
    }

    private func find(_ number: String, in doubtful: [DoubtfulContact]) throws -> DoubtfulContact {
        guard let destination = Destination(reported: number) else {
            throw Failure("\(number) is no number: give it with its country code, as in the file", code: .usage)
        }
        guard let contact = doubtful.first(where: { $0.destination == destination }) else {
            throw Failure("\(number) is not in doubt in \(campaign): dialerd resolve \(campaign) lists those that are")
        }
        return contact
    }
}
