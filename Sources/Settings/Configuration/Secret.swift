/// A text that is never printed: not in logs, not in errors and not in a dump of a value that contains it.
package struct Secret: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let text: String

    package init(_ text: String) {
        self.text = text
    }

    /// The text itself, for the only place that must send it.
    package var exposed: String { text }

    package var description: String { "(secret)" }

    package var debugDescription: String { description }

    package var customMirror: Mirror { Mirror(self, children: []) }
}
