/// The cost of a call. Every destination costs $0.005 a minute, billed in whole minutes, as in the captures (66 s are
/// billed as 120 s and cost 0.01000).
struct CallCost: Sendable {
    /// `BillRate` of callbacks.
    static let callbackRate = "0.005"
    /// `total_rate` of CDRs.
    static let recordRate = "0.00500"

    /// From the pick-up to the end, rounded up to whole seconds.
    let seconds: Int
    /// Rounded up to whole minutes.
    let billedSeconds: Int

    init(talkMilliseconds: Int32) {
        seconds = (Int(talkMilliseconds) + 999) / 1000
        billedSeconds = (seconds + 59) / 60 * 60
    }

    /// Dollars with five decimals.
    var total: String {
        let hundredThousandths = billedSeconds / 60 * 500
        return "\(hundredThousandths / 100_000)." + CivilTime.padded(hundredThousandths % 100_000, to: 5)
    }
}
