/// The answer to an API request: a status and a JSON body, which a 204 has not.
package struct APIAnswer: Equatable, Sendable {
    package let status: Int
    package let body: String

    package init(status: Int, body: String) {
        self.status = status
        self.body = body
    }

    /// `{"api_id":…,"error":…}`
    package static func error(_ status: Int, _ message: String, apiID: Identifier) -> APIAnswer {
        var json = JSONText()
        json.add("api_id", apiID)
        json.add("error", message)
        return APIAnswer(status: status, body: json.finished())
    }

    /// Documented for a message, and assumed to be the same for a call; the one body without `api_id`.
    package static let unauthorized = APIAnswer(
        status: 401,
        body: #"{"error": "authentication credentials were not provided"}"#
    )

    package static func notFound(apiID: Identifier) -> APIAnswer {
        error(404, "not found", apiID: apiID)
    }

    /// What a hangup or transfer of a call that is no more is answered.
    package static func callNotFound(apiID: Identifier) -> APIAnswer {
        error(404, "call not found", apiID: apiID)
    }

    package static let noContent = APIAnswer(status: 204, body: "")
}
