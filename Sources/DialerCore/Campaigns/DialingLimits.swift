/// The limits of the whole account, and the times of reconciliation (docs/configuration.md, "dialerd.yaml": `limits`
/// and `reconcile`). Ranges and defaults are those of the configuration's keys.
package struct DialingLimits: Hashable, Sendable {
    /// The account's CPS.
    package var callsPerSecond: Double
    /// The time between two make-call requests.
    package var dispatchInterval: Duration
    /// Calls that were handed to Plivo and have not ended, those in doubt included.
    package var maxCallsInFlight: Int
    /// Destinations in one request.
    package var maxBatch: Int
    /// Plivo gets no more calls while its queue has as many calls as Plivo starts in this time.
    package var queueAhead: Duration
    package var apiRequestsPer5Seconds: Int
    /// The wait from the latest moment at which a call can have ended until its CDR is looked up.
    package var callbackGrace: Duration
    /// The wait from the latest moment at which a call can have ended until its contact ends as unknown.
    package var giveUpAfter: Duration

    package init(
        callsPerSecond: Double,
        dispatchInterval: Duration,
        maxCallsInFlight: Int,
        maxBatch: Int,
        queueAhead: Duration,
        apiRequestsPer5Seconds: Int,
        callbackGrace: Duration,
        giveUpAfter: Duration
    ) {
        self.callsPerSecond = callsPerSecond
        self.dispatchInterval = dispatchInterval
        self.maxCallsInFlight = maxCallsInFlight
        self.maxBatch = maxBatch
        self.queueAhead = queueAhead
        self.apiRequestsPer5Seconds = apiRequestsPer5Seconds
        self.callbackGrace = callbackGrace
        self.giveUpAfter = giveUpAfter
    }
}
