/// What a bad shell around the engine could do, and the checks must see.
package enum Sabotage: String, CaseIterable, Sendable {
    /// A make-call request is sent again after a 5xx.
    case postRetried
    /// Plivo's callback is answered before its event is on disk.
    case acknowledgedBeforeCommit
    /// A hangup is told as if it were that of the call before.
    case callbacksMixedUp
}
