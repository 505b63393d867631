import Foundation

/// `docs/state-machine.md`: tests compare its tables and its diagram with the code.
enum StateMachineDocument {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/state-machine.md")

    static let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""

    /// A table as the page has it.
    ///
    /// - Parameter rows: each with its state first.
    static func table(events: [String], rows: [[String]]) -> String {
        let head = row(["state ↓ event →"] + events) + "|" + String(repeating: "---|", count: events.count + 1) + "\n"
        return head + rows.map(row).joined()
    }

    private static func row(_ cells: [String]) -> String {
        "|" + cells.map { $0.isEmpty ? " |" : " \($0) |" }.joined() + "\n"
    }

    /// The arrows of the diagram: `running --> paused: paused`, one event each.
    static var arrows: [String] {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { $0.contains(" --> ") && !$0.hasPrefix("[*]") }
            .flatMap { line in
                let parts = line.components(separatedBy: ": ")
                return parts.dropFirst().joined().components(separatedBy: ", ").map { "\(parts[0]): \($0)" }
            }
    }
}
