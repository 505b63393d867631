/// The outcome of a call, in the words that `--outcomes` and `/simulator/calls` use.
package enum Outcome: String, Sendable {
    case answered
    case machine
    case busy
    case noAnswer = "no_answer"
    case rejected
    case failed
    /// Ended through the API before the pick-up; never drawn.
    case cancelled

    /// The outcomes that `--outcomes` may give a share.
    package static let drawable: [Outcome] = [.answered, .machine, .busy, .noAnswer, .rejected, .failed]
}
