/// What `GET /simulator/stats` counts.
package struct SwitchboardCounters: Equatable, Sendable {
    /// Tries to deliver a callback.
    package var callbacksSent = 0
    /// Callbacks answered 2xx.
    package var callbacksDelivered = 0
    /// Callbacks given up.
    package var callbacksFailed = 0
    /// Callbacks that the `callback-lost` fault swallowed.
    package var callbacksLost = 0
    /// Callbacks to hosts that are not loopback, which are never contacted.
    package var callbacksWithheld = 0
    package var queued = 0
    package var ringing = 0
    package var inProgress = 0
    package var ended = 0
}
