/// How the last calls of a campaign ended. It shows that calls fail for one cause before the whole list has been called
/// in vain.
package struct FailureRun: Hashable, Sendable {
    /// This many failures with one cause in a row halt the campaign.
    package static let inARow = 50
    /// Failures with one cause among more than half of this many calls halt the campaign too.
    package static let window = 200

    /// The cause codes of the last calls, the oldest first; nil for a call that did not fail.
    private var recent: [Int?] = []

    package init() {}

    /// Notes how a call ended.
    ///
    /// - Parameter failure: its hangup cause code, nil if it did not fail.
    /// - Returns: the code for which the campaign should be halted; nil if it should go on.
    package mutating func note(_ failure: Int?) -> Int? {
        recent.append(failure)
        if recent.count > Self.window { recent.removeFirst() }
        guard let failure else { return nil }
        let isRow = recent.count >= Self.inARow && recent.suffix(Self.inARow).allSatisfy { $0 == failure }
        let isMajority = recent.count == Self.window && recent.count { $0 == failure } > Self.window / 2
        return isRow || isMajority ? failure : nil
    }
}
