/// The verbs that the `*_method` arguments may name (docs: call-api, "answer_method": defaults to POST).
package enum HTTPVerb: String, Sendable {
    case get = "GET"
    case post = "POST"
}
