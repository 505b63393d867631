import ArgumentParser
import DialerCore
import DialerDaemon
import DialerStore

struct ResolveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "List the contacts of which nobody knows whether they were called, and decide.",
        discussion: """
            Without --redial or --accept it lists them. --redial calls them again, although they may have been called; \
            --accept lets them end as unknown and lists them no more. Either is for the numbers given, or for --all.
            """
    )

    @OptionGroup var configurationOption: ConfigurationOption

    @Argument(help: "A campaign's name.")
    var campaign: String

    @Argument(help: "Numbers or SIP URIs.")
    var numbers: [String] = []

    @Flag(help: "Call them again, although they may have been called.")
    var redial = false

    @Flag(help: "Let them end as unknown.")
    var accept = false

    @Flag(help: "Everybody who is listed.")
    var all = false

    func validate() throws {
        if redial && accept { throw ValidationError("--redial and --accept do not go together.") }
        if redial || accept, all == !numbers.isEmpty {
            throw ValidationError("Say for whom: give numbers, or --all.")
        }
        if !redial, !accept, all || !numbers.isEmpty {
            throw ValidationError("Say what is to be done: --redial or --accept.")
        }
    }

    func run() throws {
        let (store, _) = try configurationOption.open(.control)
        guard let doubtful = try store.doubtfulContacts(ofCampaign: campaign) else {
            throw Failure("there is no campaign \(campaign): dialerd status lists them")
        }
        if let instant = try store.archivedAt(campaign: campaign) {
            throw Failure(
                "\(campaign) was archived \(instant.rfc3339): nothing can be decided any more; dialerd results \(campaign) prints what became of it"
            )
        }
        guard redial || accept else { return try list(doubtful) }
        let chosen = all ? doubtful : try numbers.map { try find($0, in: doubtful) }
        let count = try store.resolve(chosen, as: redial ? .redial : .accept, at: SystemClock.wall)
        try Output.line(redial ? "\(count) will be called again" : "\(count) end as unknown")
    }

    private func find(_ number: String, in doubtful: [DoubtfulContact]) throws -> DoubtfulContact {
        guard let destination = Destination(reported: number) else {
            throw Failure("\(number) is no number: give it with its country code, as in the file", code: .usage)
        }
        guard let contact = doubtful.first(where: { $0.destination == destination }) else {
            throw Failure("\(number) is not in doubt in \(campaign): dialerd resolve \(campaign) lists who is")
        }
        return contact
    }

    private func list(_ doubtful: [DoubtfulContact]) throws {
        if doubtful.isEmpty { try Output.line("nobody is in doubt") }
        for contact in doubtful {
            let state = contact.state == .inDoubt ? "in doubt" : "unknown"
            let answer = contact.answer.map { ": \($0)" } ?? ""
            try Output.line("row \(contact.row)  \(contact.typed)  \(state) since \(contact.since.rfc3339)\(answer)")
        }
    }
}
