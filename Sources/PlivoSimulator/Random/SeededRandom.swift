/// Random numbers that depend only on the seed and on their purpose, and not on when they are drawn.
///
/// The state is a hash of the seed, a topic, a subject and an ordinal, so the n-th call to a number goes the same way
/// in every run, whatever other numbers were dialed in between. FNV-1a hashes the bytes; SplitMix64 makes the numbers.
package struct SeededRandom: Sendable {
    private var state: UInt64

    /// - Parameters:
    ///   - topic: the kind of decision, so that two decisions about one subject are independent.
    ///   - subject: the subject of the decision, such as a destination.
    ///   - ordinal: tells repeated decisions about one subject apart, such as two calls to one number; from 0.
    package init(seed: UInt64, topic: String, subject: String = "", ordinal: Int) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        func add(_ number: UInt64) {
            for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> UInt64(shift))) }
        }
        func add(_ text: String) {
            for byte in text.utf8 { add(byte) }
            add(0 as UInt8)
        }
        add(seed)
        add(topic)
        add(subject)
        add(UInt64(bitPattern: Int64(ordinal)))
        state = hash
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// Uniform in 0 ..< 1.
    private mutating func fraction() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// Uniform in `range`, both ends included.
    package mutating func integer(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(fraction() * Double(range.count))
    }

    /// True with the given probability, 0 to 1.
    mutating func isTrue(withProbability probability: Double) -> Bool {
        fraction() < probability
    }

    /// One of `choices`, with a probability in proportion to its weight. At least one weight must be above 0.
    package mutating func choose<Choice>(from choices: [(choice: Choice, weight: Double)]) -> Choice {
        let possible = choices.filter { $0.weight > 0 }
        precondition(!possible.isEmpty, "at least one choice needs a weight above 0")
        var rest = fraction() * possible.reduce(0) { $0 + $1.weight }
        for (choice, weight) in possible {
            rest -= weight
            if rest < 0 { return choice }
        }
        // Rounding can leave a rest of 0.
        return possible[possible.count - 1].choice
    }
}
