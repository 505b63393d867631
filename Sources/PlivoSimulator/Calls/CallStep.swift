/// A thing that happens to a call at a planned time.
package enum CallStep: Equatable, Sendable {
    case ring
    case pickUp
    /// The answer URL is fetched.
    case fetchAnswer
    /// Machine detection gives its word.
    case detect(machine: Bool)
    case end(HangupCause, HangupSource)
}
