import DialerCore
import Foundation

/// Rounds of a fuzz run. Each follows from its seed alone, so that one that failed can be replayed by itself.
///
/// `FUZZ_ROUNDS=1000000` makes the run longer, `FUZZ_SEED=4711` is one round.
enum Fuzz {
    /// - Parameter rounds: of a run that nobody asked to be longer: a count, for a bound in time would depend on the machine.
    static func seeds(rounds: UInt64) -> Range<UInt64> {
        let environment = ProcessInfo.processInfo.environment
        if let seed = environment["FUZZ_SEED"].flatMap(UInt64.init), seed < .max { return seed..<seed + 1 }
        return 0..<(environment["FUZZ_ROUNDS"].flatMap(UInt64.init) ?? rounds)
    }

    /// What a failure shows of its round.
    static func replay(_ seed: UInt64, _ bytes: [UInt8]) -> String {
        "replay with FUZZ_SEED=\(seed); the bytes in base64: \(Data(bytes).base64EncodedString())"
    }
}

extension SeededGenerator {
    mutating func element<Element>(of elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &self)]
    }

    mutating func happens(oneIn count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }

    /// One of the samples with a few things done to it.
    ///
    /// - Parameter tokens: what means something in files of this kind.
    mutating func mutation(of samples: [[UInt8]], tokens: [[UInt8]]) -> [UInt8] {
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
