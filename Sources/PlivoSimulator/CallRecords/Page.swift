/// The part of a list that a request asks for (docs/plivo.md, "Call records").
package struct Page: Sendable {
    private static let maximum = 20

    /// 1 to 20, by default 20.
    let limit: Int
    /// Counts items, not pages.
    let offset: Int

    package init(_ query: QueryParameters) throws(BadRequest) {
        limit = try query.integer("limit", in: 1...Self.maximum) ?? Self.maximum
        offset = try query.integer("offset", in: 0...Int(Int32.max)) ?? 0
    }

    /// `meta.previous` and `meta.next`: relative paths with the filters of `query`; nil at the ends of the list.
    package func links(path: String, query: QueryParameters, total: Int) -> (previous: String?, next: String?) {
        func link(to offset: Int) -> String {
            let filters = query.fields.filter { $0.key != "limit" && $0.key != "offset" }
            let fields = filters + [("limit", String(limit)), ("offset", String(offset))]
            return "\(path)?\(FormEncoding.encode(fields.sorted { $0.key < $1.key }))"
        }
        let previous = offset > 0 ? link(to: max(0, offset - limit)) : nil
        let next = offset + limit < total ? link(to: offset + limit) : nil
        return (previous, next)
    }
}
