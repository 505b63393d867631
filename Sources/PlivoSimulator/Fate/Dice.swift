/// Random numbers that depend only on what they are drawn for, never on when.
///
/// The state is a hash of the seed, a topic and a subject: the n-th call to a number has the same fate in every run,
/// whatever was dialled in between. FNV-1a gathers the bytes, SplitMix64 spreads them.
package struct Dice: Sendable {
    private var state: UInt64

    /// - Parameters:
    ///   - topic: what is being decided, so that two decisions about one subject are independent.
    ///   - subject: whom it is about, e.g. a destination.
    ///   - ordinal: the how-manieth time.
    package init(seed: UInt64, topic: String, subject: String = "", ordinal: Int) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func take(_ byte: UInt8) {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        for shift in stride(from: 0, to: 64, by: 8) { take(UInt8(truncatingIfNeeded: seed >> UInt64(shift))) }
        for byte in topic.utf8 { take(byte) }
        take(0)
        for byte in subject.utf8 { take(byte) }
        take(0)
        let count = UInt64(bitPattern: Int64(ordinal))
        for shift in stride(from: 0, to: 64, by: 8) { take(UInt8(truncatingIfNeeded: count >> UInt64(shift))) }
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
    package mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// Uniform in `range`, both ends included.
    package mutating func between(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(unit() * Double(range.count))
    }

    /// True with probability `rate`, 0 to 1.
    package mutating func happens(_ rate: Double) -> Bool {
        unit() < rate
    }

    /// One of `choices`, which must not be empty, each as likely as its weight says.
    package mutating func pick<Choice>(_ choices: [(choice: Choice, weight: Double)]) -> Choice {
        precondition(!choices.isEmpty, "there must be something to choose from")
        var rest = unit() * choices.reduce(0) { $0 + $1.weight }
        for (choice, weight) in choices where weight > 0 {
            rest -= weight
            if rest < 0 { return choice }
        }
        return choices.last { $0.weight > 0 }?.choice ?? choices[choices.count - 1].choice
    }
}
