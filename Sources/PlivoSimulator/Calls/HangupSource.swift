/// Who ended a call, spelt as callbacks and CDRs spell it (docs: call-api, "hangup_source"; captures: `Carrier`).
package enum HangupSource: String, Sendable {
    case caller = "Caller"
    case callee = "Callee"
    case plivo = "Plivo"
    case carrier = "Carrier"
    case apiRequest = "API Request"
    case answerXML = "Answer XML"
    case error = "Error"
    case unknown = "Unknown"
}
