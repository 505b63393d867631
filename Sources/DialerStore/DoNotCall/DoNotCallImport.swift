package import DialerCore

/// Adds millions of numbers to the do-not-call list.
///
/// It collects the numbers first and adds them in the order of the list's index. In the random order of a file, every
/// number would rewrite another page. A number takes 8 bytes, so ten million take 80 MB.
package struct DoNotCallImport {
    /// Numbers in one transaction, which holds the write lock for about 50 ms.
    package static let sliceSize = 20_000

    private var phones: [Int64] = []
    private var uris: [String] = []

    package init() {}

    package mutating func add(_ destination: Destination) {
        switch destination {
        case .phone(let digits): phones.append(digits)
        case .sip(let uri): uris.append(uri)
        }
    }

    /// Adds all numbers, slice by slice. After a crash a part of them is on the list; a second run adds the rest.
    ///
    /// - Parameters:
    ///   - source: see ``DoNotCallEntry/source``.
    ///   - afterSlice: called after each transaction, so that other processes get a chance to write.
    /// - Throws: ``StoreError``.
    package mutating func write(
        to store: Store,
        reason: String,
        source: String,
        at now: WallTime,
        afterSlice: () -> Void = {}
    ) throws -> DoNotCallAddition {
        phones.sort()
        uris.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var sum = DoNotCallAddition()
        sum.repeated = Self.removeRepeats(&phones) + Self.removeRepeats(&uris)
        let count = phones.count + uris.count
        for start in stride(from: 0, to: count, by: Self.sliceSize) {
            let slice = (start..<min(start + Self.sliceSize, count)).map(destination)
            sum += try store.addDoNotCall(slice, reason: reason, source: source, at: now)
            afterSlice()
        }
        return sum
    }

    /// - Parameter sorted: values of which equal ones are beside each other.
    /// - Returns: the number of removed values.
    private static func removeRepeats<Value: Equatable>(_ sorted: inout [Value]) -> Int {
        let count = sorted.count
        var last: Value?
        sorted.removeAll { value in
            defer { last = value }
            return value == last
        }
        return count - sorted.count
    }

    /// SQLite sorts integers before texts.
    private func destination(_ index: Int) -> Destination {
        index < phones.count ? .phone(phones[index]) : .sip(uris[index - phones.count])
    }
}
