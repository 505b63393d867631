/// The rules of one time zone: the offset from UTC at every instant.
///
/// Only changes of the offset count, not changes of the zone's abbreviation or of its daylight flag.
package struct TimeZoneRules: Hashable, Sendable {
    /// A change of the offset: an instant in seconds since the epoch, and the new offset in seconds east of UTC.
    struct Change: Hashable, Sendable {
        var at: Int64
        var offset: Int64
    }

    /// Before the first change, in seconds east of UTC.
    private let initialOffset: Int64
    /// In order of time. Each offset differs from the one before it.
    private let changes: [Change]
    /// The rule from `ruleStart` on. Nil: the last offset stays.
    private let rule: PosixZone?
    private let ruleStart: Int64

    package init(fixedOffset seconds: Int) {
        self.init(initialOffset: Int64(seconds), changes: [], rule: nil)
    }

    /// - Parameters:
    ///   - initialOffset: before the first change, in seconds east of UTC.
    ///   - changes: in order of time; offsets may repeat.
    ///   - rule: applies from the last change on, or always if there are no changes.
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

    /// How far the zone's wall clock is ahead of UTC; negative west of it.
    package func offset(at instant: WallTime) -> Duration {
        .seconds(offset(atSecond: instant.milliseconds.flooredQuotient(by: 1000)))
    }

    /// The first change of the offset after `instant`; nil if there is none.
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

    /// By bisection, because a zone has about 200 changes until 2037.
    private func indexOfChange(after second: Int64) -> Int {
        var (low, high) = (0, changes.count)
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].at > second { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
