/// The kind of a callback. The raw value is the `Event` parameter (docs/plivo.md, "Callbacks").
package enum CallbackEvent: String, Sendable {
    case ring = "Ring"
    case answer = "StartApp"
    case machineDetection = "MachineDetection"
    case hangup = "Hangup"
    /// A transferred call fetches its new XML. The value of `Event` is assumed: no capture shows it.
    case redirect = "Redirect"
}
