import Foundation

/// Rounds of a fuzz test. Each round follows from its seed alone, so a failed one can be replayed by itself.
package enum Fuzz {
    /// The seeds of the rounds.
    ///
    /// - Parameter rounds: how many, unless `FUZZ_ROUNDS` asks for another number. A count, because a limit in seconds
    ///   would make the test depend on the machine.
    package static func seeds(rounds: UInt64) -> Range<UInt64> {
        TestSeed.range(0..<(ProcessInfo.processInfo.environment["FUZZ_ROUNDS"].flatMap(UInt64.init) ?? rounds))
    }

    /// What a failure shows of its round.
    package static func replay(_ seed: UInt64, _ bytes: [UInt8]) -> String {
        "replay with \(TestSeed(seed)); the bytes in base64: \(Data(bytes).base64EncodedString())"
    }
}

extension RandomNumberGenerator {
    package mutating func element<Element>(of elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &self)]
    }

    package mutating func happens(oneIn count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }

    /// One of the samples, changed in a few places.
    ///
    /// - Parameter tokens: what means something in files of this kind.
    package mutating func mutation(of samples: [[UInt8]], tokens: [[UInt8]]) -> [UInt8] {
        var bytes = element(of: samples)
        for _ in 0..<Int.random(in: 1...6, using: &self) {
            let place = Int.random(in: 0...bytes.count, using: &self)
            let range = place..<Swift.min(bytes.count, place + Int.random(in: 0...12, using: &self))
            switch Int.random(in: 0..<7, using: &self) {
            case 0: bytes.insert(UInt8.random(in: 0...255, using: &self), at: place)
            case 1: bytes.insert(contentsOf: element(of: tokens), at: place)
            case 2: bytes.replaceSubrange(range, with: element(of: tokens))
            case 3: bytes.removeSubrange(range)
            case 4: bytes.insert(contentsOf: bytes[range], at: Int.random(in: 0...bytes.count, using: &self))
            case 5: bytes.replaceSubrange(place..., with: element(of: samples).suffix(place))
            default: bytes.removeSubrange(place...)
            }
        }
        return bytes
    }
}
