/// The settings of the call simulation, fixed for its lifetime (docs/simulator.md, "Flags").
package struct CallSettings: Sendable {
    /// All scenarios and faults are drawn from the seed.
    package var seed: UInt64 = 1
    /// Two simulations with the same nonce make the same uuids.
    package var nonce: UInt64 = 1
    /// Calls started per second of real time.
    package var callsPerSecond: Double = 2
    /// Seconds of call time per second of real time.
    package var speed: Double = 1
    package var shares = OutcomeShares.standard
    package var faults = FaultRates()
    /// The longest delay of a late callback, in milliseconds of call time.
    package var callbackLateMilliseconds = 30_000
    /// From the end of a call to its CDR, in milliseconds of call time.
    package var cdrDelayMilliseconds = 2000
    /// Added to `cdrDelayMilliseconds` for a late CDR.
    package var cdrLateMilliseconds = 60_000
    /// Whether a call's CallUUID differs from its RequestUUID, as on Plivo's older platform.
    package var legacyUUIDs = false
    /// Whether a bulk response lists the uuids in another order than `to`, because no document promises an order.
    package var shufflesUUIDs = false
    /// Whether a call that is withdrawn from the queue has no hangup callback, because no document says whether it has
    /// one.
    package var withdrawsSilently = false

    package init() {}

    /// Microseconds of real time between the starts of two calls.
    var startInterval: Int64 { max(1, Int64(1_000_000 / callsPerSecond)) }

    func realMicroseconds(callMilliseconds: Int) -> Int64 {
        Int64(Double(callMilliseconds) * 1000 / speed)
    }

    func callMilliseconds(realMicroseconds: Int64) -> Int {
        Int(Double(realMicroseconds) / 1000 * speed)
    }
}
