/// What to do about answering machines (docs: call-api, "machine_detection").
package struct MachineDetection: Equatable, Sendable {
    package enum Mode: Equatable, Sendable {
        /// Tell, and go on.
        case tell
        /// Hang up on a machine.
        case hangup
    }

    package var mode: Mode
    /// Milliseconds allotted to the decision, 2000 to 10,000.
    package var allottedMilliseconds: Int
    /// If given, detection runs while the call goes on and its word is sent here.
    package var target: CallbackTarget?
}
