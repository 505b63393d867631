/// The rules of one time zone: which offset from UTC holds when.
///
/// Only offsets count here: a change of name alone, or of what is called daylight time, is none.
package struct TimeZoneRules: Hashable, Sendable {
    /// An instant from which another offset holds, both in seconds: since the epoch, and east of UTC.
    struct Change: Hashable, Sendable {
        var at: Int64
        var offset: Int64
    }

    /// Before the first change, in seconds east of UTC.
    private let initialOffset: Int64
    /// In order of time; each offset differs from the one before.
    private let changes: [Change]
    /// What holds from `ruleStart` on; nil: the last offset for ever.
    private let rule: PosixZone?
    private let ruleStart: Int64

    package init(fixedOffset seconds: Int) {
        self.init(initialOffset: Int64(seconds), changes: [], rule: nil)
    }

    /// - Parameters:
    ///   - changes: in order of time; offsets may repeat.
    ///   - rule: holds from the last of the changes on, or always if there are none.
    init(initialOffset: Int64, changes: [Change], rule: PosixZone?) {
        var kept: [Change] = []
        var offset = initialOffset
        for (index, change) in changes.enumerated() {
            let isLast = index == changes.count - 1
            let following = isLast ? rule?.offset(at: change.at) ?? change.offset : change.offset
            if following != offset { kept.append(Change(at: change.at, offset: following)) }
            offset = following
        }
        self.initialOffset = initialOffset
        self.changes = kept
        self.rule = rule
        ruleStart = changes.last?.at ?? .min
    }

    /// How far the zone's wall clock is ahead of UTC.
    package func offset(at instant: WallTime) -> Duration {
        .seconds(offset(atSecond: instant.milliseconds.flooredQuotient(by: 1000)))
    }

    /// The instant of the next change of the offset, later than `instant`; nil if there is none.
    package func nextTransition(after instant: WallTime) -> WallTime? {
        let second = instant.milliseconds.flooredQuotient(by: 1000)
        let index = indexOfChange(after: second)
        let next = index < changes.count ? changes[index].at : rule?.nextChange(after: max(second, ruleStart))
        guard let next, next <= .max / 1000 else { return nil }
        return WallTime(milliseconds: next * 1000)
    }

    private func offset(atSecond second: Int64) -> Int64 {
        if let rule, second >= ruleStart { return rule.offset(at: second) }
        let index = indexOfChange(after: second)
        return index == 0 ? initialOffset : changes[index - 1].offset
    }

    /// By bisection: zones have some 200 changes until 2037.
    private func indexOfChange(after second: Int64) -> Int {
        var (low, high) = (0, changes.count)
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].at > second { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
