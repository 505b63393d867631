import ArgumentParser
import DialerCore
import PlivoAPI

struct CallHangupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hangup",
        abstract: "End a call that rings or talks, or take it back from Plivo's queue.",
        discussion: """
            No other call is touched. The contact gets the outcome that Plivo reports, as after every other end of a call. \
            The exit code is 1 if there is no such call, or not any more.
            """
    )

    @OptionGroup var call: CallUUIDArgument

    func run() async throws {
        let (uuid, plivo) = try call.open()
        // This affects only the printed sentence: the call is ended in either case.
        let isQueued = if case .success = await plivo.call(uuid, on: .queued) { true } else { false }
        switch await plivo.hangUp(uuid) {
        case .success where isQueued: try Output.line("call \(uuid.text) waited in Plivo's queue and is taken back")
        case .success: try Output.line("call \(uuid.text) is hung up")
        case .failure(.notFound):
            throw Failure(
                "Plivo has no call \(uuid.text) to hang up: it has ended, or never existed; dialerd call show looks for its record"
            )
        case .failure(let failure): throw Failure(failure, of: .change(uuid))
        }
    }
}
