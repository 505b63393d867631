/// A rule of `--refuse SUFFIX=STATUS`: a make-call request with a destination that ends like this is refused as a whole.
package struct Refusal: Equatable, Sendable {
    package let suffix: String
    package let status: Int

    package init(suffix: String, status: Int) {
        self.suffix = suffix
        self.status = status
    }

    /// - Throws: `UsageProblem` with one sentence that says what to write instead.
    package init(parsing text: String) throws {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let status = Int(parts[1]), (400...599).contains(status) else {
            throw UsageProblem("'\(text)' should be the last digits, an equals sign and a status from 400 to 599.")
        }
        guard (1...15).contains(parts[0].utf8.count), parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw UsageProblem("'\(parts[0])' should be 1 to 15 digits, the end of the numbers to refuse.")
        }
        suffix = String(parts[0])
        self.status = status
    }

    package func applies(to destination: Destination) -> Bool {
        !destination.isSIP && destination.address.hasSuffix(suffix)
    }
}
