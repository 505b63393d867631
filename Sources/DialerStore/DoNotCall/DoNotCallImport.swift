package import DialerCore

/// A long list of numbers on its way onto the do-not-call list, millions of them.
///
/// They are gathered first and added in the order of the list's index: in the order of a file, which is random, every
/// number would rewrite a page of its own. 8 bytes a number, so that ten million are 80 MB.
package struct DoNotCallImport {
    /// Numbers in one transaction: some 50 ms of the write lock.
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

    /// Adds everything, slice by slice. A crash in between leaves a part of it on the list; a second run adds the rest.
    ///
    /// - Parameter afterSlice: called after each transaction, to let others write.
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
        var start = 0
        let count = phones.count + uris.count
        while start < count {
            let end = min(start + Self.sliceSize, count)
            sum += try store.addDoNotCall(
                (start..<end).map(destination),
                reason: reason,
                source: source,
                at: now
            )
            start = end
            afterSlice()
        }
        return sum
    }

    /// - Parameter sorted: equal ones beside each other.
    /// - Returns: how many were removed.
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
