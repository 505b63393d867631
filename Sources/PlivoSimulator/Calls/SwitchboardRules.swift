/// What the switchboard goes by: fixed for its lifetime.
package struct SwitchboardRules: Sendable {
    /// Every fate and every fault is drawn from it.
    package var seed: UInt64 = 1
    /// Under which uuids are made: the same nonce gives the same uuids.
    package var nonce: UInt64 = 1
    /// Calls started per second of real time.
    package var callsPerSecond: Double = 2
    /// How many milliseconds of call time pass in one millisecond.
    package var speed: Double = 1
    package var shares = OutcomeShares.usual
    package var faults = FaultRates.none
    /// The longest delay of a late callback, in milliseconds of call time.
    package var callbackLateMilliseconds = 30_000
    /// From the end of a call to its CDR, in milliseconds of call time.
    package var cdrDelayMilliseconds = 2000
    /// What a late CDR waits on top of that.
    package var cdrLateMilliseconds = 60_000
    /// Whether a call's CallUUID differs from its RequestUUID, as on the older platform.
    package var legacyUUIDs = false
    /// Whether a bulk answer lists the uuids in another order than `to`: no document promises one.
    package var shufflesUUIDs = false
    /// Whether a call withdrawn from the queue ends without a hangup callback; no document tells.
    package var withdrawsSilently = false
    package var form = CallbackForm(authID: "MA00000000000000DEMO", zone: .utc)

    package init() {}

    /// Microseconds between two starts.
    var startInterval: Int64 { max(1, Int64(1_000_000 / callsPerSecond)) }

    /// Microseconds of real time in so many milliseconds of call time.
    func realMicroseconds(callMilliseconds: Int) -> Int64 {
        Int64(Double(callMilliseconds) * 1000 / speed)
    }

    /// Milliseconds of call time in so many microseconds of real time.
    func callMilliseconds(realMicroseconds: Int64) -> Int {
        Int(Double(realMicroseconds) / 1000 * speed)
    }
}
