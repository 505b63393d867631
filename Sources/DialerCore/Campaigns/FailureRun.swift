/// How the last calls of a campaign ended: enough to see that they all fail alike, before the list is burnt.
package struct FailureRun: Hashable, Sendable {
    /// So many failures of one kind in a row are no chance.
    package static let inARow = 50
    /// Nor are more than half of so many.
    package static let window = 200

    /// The cause codes of the last calls, the oldest first; nil for a call that did not fail.
    private var recent: [Int?] = []

    package init() {}

    /// Notes how a call ended.
    ///
    /// - Parameter failure: its hangup cause code, nil if it did not fail.
    /// - Returns: the code by which the campaign should be halted.
    package mutating func note(_ failure: Int?) -> Int? {
        recent.append(failure)
        if recent.count > Self.window { recent.removeFirst() }
        guard let failure else { return nil }
        let isRow = recent.count >= Self.inARow && recent.suffix(Self.inARow).allSatisfy { $0 == failure }
        let isMajority = recent.count == Self.window && recent.count { $0 == failure } > Self.window / 2
        return isRow || isMajority ? failure : nil
    }
}
