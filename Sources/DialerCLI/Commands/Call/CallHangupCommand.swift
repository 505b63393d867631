import ArgumentParser
import DialerCore
import PlivoAPI

struct CallHangupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hangup",
        abstract: "End a call that rings or talks, or take it back from Plivo's queue.",
        discussion: """
            Exactly this one call. Its contact gets the outcome that Plivo tells, as after every other end. The exit code \
            is 1 if there is no such call (any more).
            """
    )

    @OptionGroup var choice: CallChoice

    func run() async throws {
        let (uuid, plivo) = try choice.open()
        // Only for the words: whatever this brings, the call is to end.
        let isQueued = if case .success = await plivo.call(uuid, on: .queued) { true } else { false }
        switch await plivo.hangUp(uuid) {
        case .success where isQueued: try Output.line("call \(uuid.text) waited in Plivo's queue, and is taken back")
        case .success: try Output.line("call \(uuid.text) is hung up")
        case .failure(.notFound):
            throw Failure(
                "Plivo has no call \(uuid.text) to hang up: it has ended, or never was; dialerd call show tells"
            )
        case .failure(let failure): throw Failure(failure, of: .change(uuid))
        }
    }
}
