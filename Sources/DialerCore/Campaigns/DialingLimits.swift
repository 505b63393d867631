/// What the whole account may do, and when its calls are settled (docs/configuration.md, "dialerd.yaml": `limits` and
/// `reconcile`). Ranges and defaults are those of the configuration's keys.
package struct DialingLimits: Hashable, Sendable {
    /// The account's CPS.
    package var callsPerSecond: Double
    /// Requests are formed this often.
    package var dispatchInterval: Duration
    /// Handed to Plivo and not yet ended, in doubt included.
    package var maxCallsInFlight: Int
    /// Destinations in one request.
    package var maxBatch: Int
    /// Nothing more is handed over while this many seconds' worth of calls wait in Plivo's queue.
    package var queueAhead: Duration
    package var apiRequestsPer5Seconds: Int
    /// After the latest moment at which a call can have ended, before its CDR is looked up.
    package var callbackGrace: Duration
    /// After the same moment; then the contact ends as unknown.
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
