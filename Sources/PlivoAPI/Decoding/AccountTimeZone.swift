package import DialerCore

/// The time zone of the account's console. Callbacks and some records have local times of this zone, without an offset
/// (docs/plivo.md, "Times and time zones").
package struct AccountTimeZone: Sendable {
    private let rules: TimeZoneRules

    package static let utc = AccountTimeZone(rules: TimeZoneRules(fixedOffset: 0))

    package init(rules: TimeZoneRules) {
        self.rules = rules
    }

    /// Reads every format that Plivo uses: `2020-12-05 18:02:32+05:30`, `2024-10-22 16:41:21[.129660]` in this zone,
    /// `2023-06-30 06:39:06.742974 +0000 UTC`. Nil for anything else.
    ///
    /// When clocks are set back, a local time that occurs twice is read as the earlier instant. When they are set
    /// forward, a local time that does not occur is read with the offset before the change.
    package func time(_ text: String) -> WallTime? {
        var text = text.trimmed
        if text.hasSuffix(" UTC") { text.removeLast(4) }
        if let local = WallTime(civilUTC: text) { return instant(ofLocal: local) }
        let compact = text.replacing(" +", with: "+", maxReplacements: 1).replacing(" -", with: "-", maxReplacements: 1)
        return WallTime(rfc3339: compact)
    }

    private func instant(ofLocal local: WallTime) -> WallTime {
        let offsetBefore = rules.offset(at: local - .seconds(86_400))
        let offsetAfter = rules.offset(at: local + .seconds(86_400))
        let early = local - offsetBefore
        if rules.offset(at: early) == offsetBefore { return early }
        let late = local - offsetAfter
        return rules.offset(at: late) == offsetAfter ? late : early
    }
}
