import ArgumentParser
import DialerCore
import PlivoAPI

struct CallShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Say what Plivo knows of a call.",
        discussion: """
            It is looked for in Plivo's queue, among the live calls, and among the records of those that ended. The exit \
            code is 1 if it is nowhere; a record comes some time after the end of its call.
            """
    )

    @OptionGroup var choice: CallChoice

    @Flag(help: "Print JSON (schema in docs/cli.md).")
    var json = false

    func run() async throws {
        let (uuid, plivo) = try choice.open()
        guard let sighting = try await CallSighting.of(uuid, at: plivo) else {
            throw Failure(
                "Plivo has no call \(uuid.text), neither queued nor live nor on record: "
                    + "if it has just ended, its record comes later"
            )
        }
        if json {
            try Output.json(CallDocument(sighting))
        } else {
            try Output.write(CallText(sighting).text)
        }
    }
}
