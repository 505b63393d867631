/// A request that Plivo answers with 400: the text of its `error` member.
package struct ArgumentProblem: Error, Equatable {
    package let message: String

    package init(_ message: String) {
        self.message = message
    }

    /// Documented: `answer_url parameter is missing`.
    package static func missing(_ name: String) -> ArgumentProblem {
        ArgumentProblem("\(name) parameter is missing")
    }

    package static func invalid(_ name: String) -> ArgumentProblem {
        ArgumentProblem("\(name) parameter is invalid")
    }
}
