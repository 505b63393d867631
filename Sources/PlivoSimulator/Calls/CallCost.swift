/// What a call costs. Every destination costs the same: $0.005 a minute, billed in whole minutes, as in the captures
/// (66 s are billed as 120 s and cost 0.01000).
package struct CallCost: Equatable, Sendable {
    /// Whole seconds from pick-up to end, rounded up.
    package let seconds: Int
    /// The same, rounded up to whole minutes.
    package let billedSeconds: Int

    package init(talkMilliseconds: Int32) {
        seconds = (Int(talkMilliseconds) + 999) / 1000
        billedSeconds = (seconds + 59) / 60 * 60
    }

    /// `BillRate` of callbacks.
    package static let callbackRate = "0.005"
    /// `total_rate` of CDRs.
    package static let recordRate = "0.00500"

    /// Dollars with five decimals.
    package var total: String {
        let hundredThousandths = billedSeconds / 60 * 500
        var text = "\(hundredThousandths / 100_000)."
        CivilTime.append(hundredThousandths % 100_000, width: 5, to: &text)
        return text
    }
}
