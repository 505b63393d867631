/// What lies in the watched folder and is no campaign yet (`files` in `status --json`).
package struct WaitingFile: Hashable, Sendable {
    package var name: String
    /// A sentence's end: "waits for …".
    package var waitingFor: String

    package init(name: String, waitingFor: String) {
        self.name = name
        self.waitingFor = waitingFor
    }
}
