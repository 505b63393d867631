/// The query of a request. Keys that nobody knows are left alone: the official Python SDK sends some.
package struct QueryParameters: Sendable {
    package let pairs: [(key: String, value: String)]

    package init(_ query: String?) {
        pairs = query.map { FormText.decode($0) } ?? []
    }

    /// The last value of a key; an empty one counts as absent.
    package subscript(key: String) -> String? {
        pairs.last { $0.key == key }.flatMap { $0.value.isEmpty ? nil : $0.value }
    }

    package func integer(_ key: String, in range: ClosedRange<Int>) throws(ArgumentProblem) -> Int? {
        guard let text = self[key] else { return nil }
        guard let number = Int(text), range.contains(number) else { throw .invalid(key) }
        return number
    }
}
