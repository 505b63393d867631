/// Known-bad variants of the simulated daemon and provider, which the checks must catch. Those of the dialer itself are
/// in ``DialerCore/Mutant``.
package enum DaemonMutant: String, CaseIterable, Sendable {
    /// A make-call request is sent again after a 5xx.
    case postRetried
    /// A callback is answered before its event is on disk.
    case acknowledgedBeforeCommit
    /// A hangup callback tells the end of the previous call.
    case callbacksMixedUp
}
