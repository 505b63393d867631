import Foundation
import Testing

/// The built programs, as a user meets them: real processes, sockets, files and signals.
///
/// Each has a fixture of its own and mostly waits, so they run side by side. `make system-test` runs the long forms.
@Suite(.timeLimit(.minutes(10)))
enum SystemTests {
    static let isLong = ProcessInfo.processInfo.environment["SYSTEM_TESTS"] == "long"

    static func numbers(_ count: Int) -> Set<String> {
        Set((0..<count).map { ContactList.number($0) })
    }
}
