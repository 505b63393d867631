/// The `error` texts of statuses that are provoked by a flag.
package enum RefusalText {
    package static func text(_ status: Int) -> String {
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
