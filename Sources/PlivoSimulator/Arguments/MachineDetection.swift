/// The machine detection that a request asks for (docs/plivo.md, "Machine detection").
package struct MachineDetection: Equatable, Sendable {
    package enum Mode: Equatable, Sendable {
        /// Callbacks tell of a machine, and the call goes on: `machine_detection=true`.
        case report
        /// A call that a machine answered is hung up: `machine_detection=hangup`.
        case hangup
    }

    package var mode: Mode
    /// The longest time that detection may take, in milliseconds, 2000 to 10,000.
    var limitMilliseconds: Int
    /// With a target, detection runs while the call goes on, and its result is sent there.
    package var target: CallbackTarget?
}
