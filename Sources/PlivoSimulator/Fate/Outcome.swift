/// How a call comes out, in the words a dialer uses.
package enum Outcome: String, CaseIterable, Sendable {
    case answered
    case machine
    case busy
    case noAnswer = "no_answer"
    case rejected
    case failed
    /// Withdrawn through the API before anybody picked up; never drawn.
    case cancelled

    /// What `--outcomes` may give a share to.
    package static let drawable: [Outcome] = [.answered, .machine, .busy, .noAnswer, .rejected, .failed]
}
