/// The query of a request. Unknown keys are ignored, because plivo-python sends some (docs/plivo.md, "Call records").
package struct QueryParameters: Sendable {
    let fields: FormFields

    package init(_ query: String?) {
        fields = query.map { FormEncoding.decode($0) } ?? []
    }

    /// The last value of a key; an empty value counts as absent.
    subscript(key: String) -> String? {
        fields.last { $0.key == key }.flatMap { $0.value.isEmpty ? nil : $0.value }
    }

    func integer(_ key: String, in range: ClosedRange<Int>) throws(BadRequest) -> Int? {
        guard let text = self[key] else { return nil }
        guard let number = Int(text), range.contains(number) else { throw .invalid(key) }
        return number
    }
}
