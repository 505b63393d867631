import DialerCore
import HTTPClient

/// The text of Plivo's error response, for people. No decision depends on this text.
enum PlivoMessage {
    /// In characters. Longer texts are cut, because they are stored and shown in status.
    private static let maxLength = 300

    /// The first text among `error`, `global_error`, `message` and `data.error` (docs/plivo.md, "Errors and refusals");
    /// the status alone if there is no text.
    static func of(_ response: HTTPResponse) -> String {
        let json = JSONValue(json: response.body)
        let candidates = [json?["error"], json?["global_error"], json?["message"], json?["data"]?["error"]]
        for case let candidate? in candidates {
            if let text = Self.text(of: candidate) { return text }
        }
        return "HTTP status \(response.status) without a message"
    }

    /// `error` may be text, an object with the text, or an object with texts for several fields.
    private static func text(of value: JSONValue) -> String? {
        let text: String?
        switch value {
        case .text(let own): text = own
        case .object(let fields):
            text =
                [fields["message"], fields["error"]].compactMap { $0?.text }.first
                ?? fields.sorted { $0.key < $1.key }
                .compactMap { field in Self.text(of: field.value).map { "\(field.key): \($0)" } }
                .joined(separator: "; ")
        case .list(let items): text = items.compactMap(Self.text).joined(separator: "; ")
        case .number, .flag, .null: text = nil
        }
        let printable = String((text ?? "").map { $0.isNewline || $0.isControl ? " " : $0 }).trimmed
        return printable.isEmpty ? nil : String(printable.prefix(maxLength))
    }
}

extension Character {
    fileprivate var isControl: Bool { unicodeScalars.contains { $0.properties.generalCategory == .control } }
}
