import DialerCore
import Foundation

/// A page that documents keys, with an entry for each.
struct KeyPage: Sendable {
    struct Entry: Sendable {
        /// Meaning and range, as text without markup.
        var text: String
        var defaultText: String
    }

    /// Relative to the project: `docs/configuration.md`.
    let path: String
    /// By the keys' names.
    let entries: [String: Entry]
    /// Whether the page describes in words a default that is not a value. Otherwise the key's line is commented out or empty.
    let hasDefaultWords: Bool

    static func text(_ path: String) throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The sentences about a key that the page lacks.
    func differences<Value>(from key: some DocumentedKey<Value>) -> [String] {
        guard let entry = entries[key.name] else { return ["\(path) lacks \(key.name)"] }
        var differences = differences(fromForm: key.form, of: key.name)
        if !entry.text.contains(key.summary) {
            differences.append("\(path) should say of \(key.name): \(key.summary)")
        }
        let isDefault =
            if let words = key.defaultWords {
                !hasDefaultWords || entry.defaultText == words
            } else {
                key.form.parse(entry.defaultText) == key.default
            }
        if !isDefault {
            let expected = key.defaultWords ?? "\(key.default)"
            differences.append("\(path): the default of \(key.name) is \(expected), not \(entry.defaultText)")
        }
        return differences
    }

    func differences<Value>(fromForm form: SettingForm<Value>, of name: String) -> [String] {
        guard let entry = entries[name] else { return ["\(path) lacks \(name)"] }
        let sentence = "Must be \(form.expectation)"
        // The digits after the end of a range may make it another number.
        let isPresent = [".", ","].contains { entry.text.contains(sentence + $0) }
        return isPresent ? [] : ["\(path) should say of \(name): \(sentence)."]
    }
}
