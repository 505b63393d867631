/// Who ended a call, as callbacks and CDRs spell it (docs/plivo.md, "Hangup causes"). Only the sources that the
/// simulator can bring about.
package enum HangupSource: String, Sendable {
    case callee = "Callee"
    case plivo = "Plivo"
    case carrier = "Carrier"
    case apiRequest = "API Request"
    case error = "Error"
    case unknown = "Unknown"
}
