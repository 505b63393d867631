/// A fault in the command line, in one sentence that shows the correct form. The exit code is 64.
struct UsageError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }

    static func require(_ isRight: Bool, _ sentence: String) throws {
        if !isRight { throw UsageError(sentence) }
    }
}
