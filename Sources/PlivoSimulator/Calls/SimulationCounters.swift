/// The numbers that `GET /simulator/stats` shows (docs/simulator.md, "Pages of the simulator").
package struct SimulationCounters: Sendable {
    /// Tries to deliver a callback.
    package var callbacksSent = 0
    /// Tries that were answered with 2xx.
    var callbacksDelivered = 0
    /// Callbacks that were given up.
    package var callbacksFailed = 0
    /// Callbacks that the fault `callback-lost` suppressed.
    package var callbacksLost = 0
    /// Callbacks to hosts that are not loopback, which are never contacted.
    package var callbacksWithheld = 0
    var queued = 0
    var ringing = 0
    var inProgress = 0
    package var ended = 0
}
