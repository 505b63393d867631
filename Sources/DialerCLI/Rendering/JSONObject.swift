/// A JSON object that a command prints. A nil value is written as null; to leave a key out, do not set it.
package struct JSONObject: Encodable, ExpressibleByDictionaryLiteral {
    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private var values: [String: any Encodable]

    package init(dictionaryLiteral elements: (String, any Encodable)...) {
        values = Dictionary(elements) { first, _ in first }
    }

    /// Setting nil leaves the key out.
    subscript(key: String) -> (any Encodable)? {
        get { values[key] }
        set { values[key] = newValue }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        for (key, value) in values { try container.encode(value, forKey: Name(stringValue: key)) }
    }
}
