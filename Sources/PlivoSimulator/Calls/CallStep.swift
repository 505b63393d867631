/// An event in the course of a call.
package enum CallStep: Equatable, Sendable {
    case ring
    case pickUp
    /// The answer URL is fetched.
    case fetchAnswer
    /// Machine detection has its result.
    case detect(machine: Bool)
    case end(HangupCause, HangupSource)
}
