/// A rule of `--refuse SUFFIX=STATUS`: a make-call request with a number that has this suffix is refused as a whole.
package struct RefusalRule: Sendable {
    private let suffix: String
    package let status: Int

    /// - Throws: `UsageError` that shows the correct form.
    package init(parsing text: String) throws {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let status = Int(parts[1]), (400...599).contains(status) else {
            throw UsageError("'\(text)' should be the last digits, an equals sign and a status from 400 to 599.")
        }
        guard (1...15).contains(parts[0].utf8.count), parts[0].utf8.allSatisfy(\.isASCIIDigit) else {
            throw UsageError("'\(parts[0])' should be 1 to 15 digits, the end of the numbers to refuse.")
        }
        suffix = String(parts[0])
        self.status = status
    }

    func applies(to destination: Destination) -> Bool {
        !destination.isSIP && destination.address.hasSuffix(suffix)
    }
}
