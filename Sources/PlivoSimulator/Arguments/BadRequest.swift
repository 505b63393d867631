/// The reason of a 400, in the words of the response's `error` member (docs/plivo.md, "Errors and refusals").
package struct BadRequest: Error, Equatable {
    package let message: String

    package init(_ message: String) {
        self.message = message
    }

    /// The documented text, as in `answer_url parameter is missing`.
    static func missing(_ name: String) -> BadRequest {
        BadRequest("\(name) parameter is missing")
    }

    static func invalid(_ name: String) -> BadRequest {
        BadRequest("\(name) parameter is invalid")
    }
}
