import Foundation

/// The response to an API request: a status and a JSON body, which is empty for a 204.
package struct APIResponse: Equatable, Sendable {
    package let status: Int
    let body: String

    init(status: Int, _ json: JSONObject) {
        self.init(status: status, body: json.json)
    }

    private init(status: Int, body: String) {
        self.status = status
        self.body = body
    }

    static let noContent = APIResponse(status: 204, body: "")

    /// The only body without `api_id` (docs/plivo.md, "Errors and refusals").
    package static let unauthorized = APIResponse(
        status: 401,
        body: #"{"error": "authentication credentials were not provided"}"#
    )

    /// `{"api_id":…,"error":…}`
    ///
    /// - Parameter message: by default a text for the status; the texts of 402, 429 and 500 are invented
    ///   (docs/simulator.md, "How it differs from Plivo").
    static func error(_ status: Int, _ message: String? = nil, apiID: UUID) -> APIResponse {
        APIResponse(status: status, ["api_id": apiID, "error": message ?? defaultMessage(status)])
    }

    /// The response to a hangup or transfer of a call that does not exist or has ended.
    static func callNotFound(apiID: UUID) -> APIResponse {
        error(404, "call not found", apiID: apiID)
    }

    private static func defaultMessage(_ status: Int) -> String {
        switch status {
        case 400: "to parameter is invalid"
        case 401: "authentication credentials were not provided"
        case 402: "insufficient funds in your account"
        case 403: "Calls to this destination region are barred."
        case 404: "not found"
        case 429: "too many requests"
        case 500...: "internal server error"
        default: "the request was refused"
        }
    }
}
