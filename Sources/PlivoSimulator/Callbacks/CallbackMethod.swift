/// The HTTP methods that the `*_method` arguments may name.
package enum CallbackMethod: String, Sendable {
    case get = "GET"
    case post = "POST"
}
