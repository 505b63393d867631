package import Foundation

/// Makes UUIDs that never repeat within a run, nor across runs with different nonces.
///
/// The program draws its nonce at random, because a dialer keeps the uuids of earlier runs; tests give a fixed nonce.
package struct UUIDGenerator: Sendable {
    private let nonce: UInt64
    private let series: String
    private var count = 0

    /// - Parameter series: a name; generators with the same nonce and different names make different UUIDs.
    package init(nonce: UInt64, series: String) {
        self.nonce = nonce
        self.series = series
    }

    /// The next UUID, marked as version 4.
    package mutating func next() -> UUID {
        var random = SeededRandom(seed: nonce, topic: series, ordinal: count)
        count += 1
        let high = random.next() & 0xffff_ffff_ffff_0fff | 0x4000
        let low = random.next() & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000
        return UUID(uuid: unsafeBitCast((high.bigEndian, low.bigEndian), to: uuid_t.self))
    }
}

extension UUID {
    /// Plivo writes UUIDs in lower case, Foundation in upper case.
    package var lowercaseText: String { uuidString.lowercased() }
}
