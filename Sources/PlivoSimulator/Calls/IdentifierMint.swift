/// Makes UUIDs that differ from each other and from those of another run: a counter under a nonce.
///
/// The nonce is random in the program, because a dialer keeps the uuids of yesterday's run, and fixed in tests.
package struct IdentifierMint: Sendable {
    private let nonce: UInt64
    private let series: String
    private var minted = 0

    package init(nonce: UInt64, series: String) {
        self.nonce = nonce
        self.series = series
    }

    /// The next UUID, marked as version 4.
    package mutating func next() -> Identifier {
        var dice = Dice(seed: nonce, topic: series, ordinal: minted)
        minted += 1
        let high = dice.next() & 0xffff_ffff_ffff_0fff | 0x4000
        let low = dice.next() & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000
        return Identifier(high: high, low: low)
    }
}
