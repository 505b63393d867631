/// The fault of one callback, drawn at random.
enum CallbackFault: Equatable, Sendable {
    case none
    case lost
    /// The delay, in milliseconds of call time.
    case late(milliseconds: Int)
    case twice
    case reordered

    /// - Parameters:
    ///   - ordinal: the number of earlier calls to `destination`.
    ///   - latestMilliseconds: the longest delay of a late callback; the shortest is a tenth of it.
    static func draw(
        rates: FaultRates,
        seed: UInt64,
        event: CallbackEvent,
        destination: String,
        ordinal: Int,
        latestMilliseconds: Int
    ) -> CallbackFault {
        let subject = "\(event.rawValue) \(destination)"
        func occurs(_ fault: Fault) -> Bool {
            rates.occurs(fault, seed: seed, subject: subject, ordinal: ordinal)
        }
        if occurs(.callbackLost) { return .lost }
        if occurs(.callbackLate) {
            var random = SeededRandom(seed: seed, topic: "callback-lateness", subject: subject, ordinal: ordinal)
            return .late(milliseconds: random.integer(in: latestMilliseconds / 10...latestMilliseconds))
        }
        if occurs(.callbackReordered) { return .reordered }
        if occurs(.callbackTwice) { return .twice }
        return .none
    }
}
