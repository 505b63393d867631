/// What happens to one callback on its way.
package enum CallbackFault: Equatable, Sendable {
    case none
    case lost
    /// Milliseconds of call time by which it comes late.
    case late(milliseconds: Int)
    case twice
    case reordered

    /// - Parameters:
    ///   - event: the name of the event, e.g. `Hangup`.
    ///   - destination: with `ordinal`, the call it is about.
    ///   - latestMilliseconds: the longest delay of a late callback.
    package static func draw(
        rates: FaultRates,
        seed: UInt64,
        event: String,
        destination: String,
        ordinal: Int,
        latestMilliseconds: Int
    ) -> CallbackFault {
        let subject = "\(event) \(destination)"
        func strikes(_ fault: Fault) -> Bool {
            rates.strikes(fault, seed: seed, subject: subject, ordinal: ordinal)
        }
        if strikes(.callbackLost) { return .lost }
        if strikes(.callbackLate) {
            var dice = Dice(seed: seed, topic: "callback-lateness", subject: subject, ordinal: ordinal)
            return .late(milliseconds: dice.between(latestMilliseconds / 10...latestMilliseconds))
        }
        if strikes(.callbackReordered) { return .reordered }
        if strikes(.callbackTwice) { return .twice }
        return .none
    }
}
