import ArgumentParser
import DialerCore
import PlivoAPI

struct CallShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show what Plivo knows of a call.",
        discussion: """
            The call is looked up in Plivo's queue, among the live calls, and among the records of ended calls. A record \
            appears some time after the end of its call. The exit code is 1 if the call is not found.
            """
    )

    @OptionGroup var call: CallUUIDArgument

    @Flag(help: "Print JSON (schema in docs/cli.md).")
    var json = false

    func run() async throws {
        let (uuid, plivo) = try call.open()
        guard let found = try await CallLookup.find(uuid, at: plivo) else {
            throw Failure(
                "Plivo has no call \(uuid.text), neither queued nor live nor ended: "
                    + "if it has just ended, try again later, when its record has appeared"
            )
        }
        if json { try Output.json(CallDocument.object(found)) } else { try Output.write(CallText(found).text) }
    }
}
