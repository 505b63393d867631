/// Which part of a list is wanted (docs: "retrieve all calls": limit 1 to 20, default 20; offset counts items).
package struct Page: Equatable, Sendable {
    package static let maximum = 20

    package let limit: Int
    package let offset: Int

    package init(_ query: QueryParameters) throws(ArgumentProblem) {
        limit = try query.integer("limit", in: 1...Self.maximum) ?? Self.maximum
        offset = try query.integer("offset", in: 0...Int(Int32.max)) ?? 0
    }

    /// `meta.next` and `meta.previous`: relative paths that keep the filters, null at the ends.
    package func links(path: String, query: QueryParameters, total: Int) -> (previous: String?, next: String?) {
        func link(to offset: Int) -> String {
            let kept = query.pairs.filter { $0.key != "limit" && $0.key != "offset" }
            let pairs = kept + [("limit", String(limit)), ("offset", String(offset))]
            return "\(path)?\(FormText.encode(pairs.sorted { $0.key < $1.key }))"
        }
        let previous = offset > 0 ? link(to: max(0, offset - limit)) : nil
        let next = offset + limit < total ? link(to: offset + limit) : nil
        return (previous, next)
    }
}
