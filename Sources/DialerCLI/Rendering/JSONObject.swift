/// A JSON object that a command prints. A nil value is written as null, unless ``withoutNil`` leaves the key out.
package struct JSONObject: Encodable, ExpressibleByDictionaryLiteral {
    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private let values: [String: (any Encodable)?]

    init(_ values: [String: (any Encodable)?]) {
        self.values = values
    }

    package init(dictionaryLiteral elements: (String, (any Encodable)?)...) {
        values = Dictionary(uniqueKeysWithValues: elements)
    }

    var withoutNil: JSONObject { JSONObject(values.filter { $0.value != nil }) }

    static func + (first: JSONObject, second: JSONObject) -> JSONObject {
        JSONObject(first.values.merging(second.values) { $1 })
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        for (key, value) in values {
            let name = Name(stringValue: key)
            if let value { try container.encode(value, forKey: name) } else { try container.encodeNil(forKey: name) }
        }
    }
}
