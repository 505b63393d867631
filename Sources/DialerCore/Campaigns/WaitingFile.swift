/// A file in the watched folder that is not a campaign yet (`files` in `status --json`).
package struct WaitingFile: Hashable, Sendable {
    package var name: String
    /// The end of a sentence: "waits for …".
    package var waitingFor: String

    package init(name: String, waitingFor: String) {
        self.name = name
        self.waitingFor = waitingFor
    }
}
