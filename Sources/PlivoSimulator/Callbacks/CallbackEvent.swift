/// What a callback tells. The raw value is its `Event` parameter.
package enum CallbackEvent: String, Sendable {
    case ring = "Ring"
    case answer = "StartApp"
    case machineDetection = "MachineDetection"
    case hangup = "Hangup"
    /// A transferred call fetches its new XML. The value of `Event` is inferred: no capture shows it.
    case redirect = "Redirect"
}
