import CampaignFiles
import DialerCore

extension Reading {
    /// Each row in full, on one line:
    ///
    ///     2 call 14155550100 typed "+1 (415) 555-0100" name="Ann" ring_timeout="30" with ring_timeout=30
    ///     3 duplicate 14155550100 name="Ann"
    ///     4 reject to="abc": the number has a character that no number has
    ///
    /// `typed` is left out if it is the same text as the destination. A duplicate is a contact whose destination an earlier
    /// row has.
    var lines: [String] {
        var seen: Set<Destination> = []
        return rows.map { row in
            switch row {
            case .contact(let contact): line(contact, isFirst: seen.insert(contact.destination).inserted)
            case .reject(let reject):
                "\(reject.row) reject \(Self.pair(reject.column, reject.value)): \(reject.reason)"
            }
        }
    }

    private func line(_ contact: ContactRow, isFirst: Bool) -> String {
        var words = ["\(contact.row) \(isFirst ? "call" : "duplicate") \(contact.destination.text)"]
        if contact.typed != contact.destination.text { words.append("typed \(Self.quoted(contact.typed))") }
        words += zip(columns, contact.values).map(Self.pair)
        let overrides = contact.overrides.map { "\($0.rawValue)=\(Self.word($1.text))" }.sorted()
        if !overrides.isEmpty { words.append("with " + overrides.joined(separator: " ")) }
        return words.joined(separator: " ")
    }

    private static func pair(_ name: String, _ value: String) -> String {
        (name.isEmpty ? "" : word(name) + "=") + quoted(value)
    }

    /// In quotes if it has other than plain characters.
    private static func word(_ text: String) -> String {
        let marks: Set<Unicode.Scalar> = ["_", "-", ".", ":", "/", "?", "=", "+", "*", "#", "@"]
        let isPlain = text.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil || marks.contains(scalar)
        }
        return isPlain ? text : quoted(text)
    }

    /// In quotes, with escapes for invisible characters.
    private static func quoted(_ text: String) -> String {
        "\"" + text.unicodeScalars.map(escaped).joined() + "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"", "\\": return "\\\(scalar)"
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        case " ": return " "
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .unassigned:
            return "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        default: return String(scalar)
        }
    }
}
