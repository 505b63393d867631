/// What the whole account may do, and how its calls are settled (interface, section 2: `limits` and `reconcile`).
package struct DialingLimits: Hashable, Sendable {
    /// The account's CPS.
    package var callsPerSecond: Double
    package var dispatchInterval: Duration
    /// Handed to Plivo and not yet ended, in doubt included.
    package var maxCallsInFlight: Int
    /// Destinations in one request, 1 to 1000.
    package var maxBatch: Int
    /// Nothing more is handed over while this many seconds' worth of calls wait in Plivo's queue.
    package var queueAhead: Duration
    package var apiRequestsPer5Seconds: Int
    /// After the latest moment a call can have ended, before its CDR is looked up.
    package var callbackGrace: Duration
    /// After the same moment; then the contact ends as unknown.
    package var giveUpAfter: Duration

    package init(
        callsPerSecond: Double = 2,
        dispatchInterval: Duration = .seconds(5),
        maxCallsInFlight: Int = 200,
        maxBatch: Int = 1000,
        queueAhead: Duration = .seconds(60),
        apiRequestsPer5Seconds: Int = 300,
        callbackGrace: Duration = .seconds(120),
        giveUpAfter: Duration = .seconds(86_400)
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
