import DialerCore

/// What a person is told of an error answer, in Plivo's words.
enum PlivoMessage {
    /// Longer texts are cut: they go into the database and onto screens.
    private static let maxLength = 300

    /// The text of `error`, `global_error`, `message` or `data.error`, the first that there is (plivo-facts, 5.1);
    /// without one, the status alone. Never branched on.
    static func of(_ response: HTTPResponse) -> String {
        let json = JSONValue(json: response.body)
        let candidates = [json?["error"], json?["global_error"], json?["message"], json?["data"]?["error"]]
        for case let candidate? in candidates {
            if let text = words(of: candidate) { return text }
        }
        return "HTTP status \(response.status) without a message"
    }

    /// `error` may be text or an object around it, or the same for each field.
    private static func words(of value: JSONValue) -> String? {
        let text: String?
        switch value {
        case .text(let own): text = own
        case .object(let fields):
            text =
                [fields["message"], fields["error"]].compactMap { $0?.text }.first
                ?? fields.sorted { $0.key < $1.key }
                .compactMap { field in words(of: field.value).map { "\(field.key): \($0)" } }
                .joined(separator: "; ")
        case .list(let items): text = items.compactMap(words).joined(separator: "; ")
        case .number, .flag, .null: text = nil
        }
        let printable = String((text ?? "").map { $0.isNewline || $0.isControl ? " " : $0 }).trimmed
        return printable.isEmpty ? nil : String(printable.prefix(maxLength))
    }
}

extension Character {
    fileprivate var isControl: Bool { unicodeScalars.contains { $0.properties.generalCategory == .control } }
}
