/// Which records of ended calls to list (docs/plivo.md, "Call records"). Plivo's own bounds: at most 30 days between
/// the two instants, nothing older than 90 days.
package struct CallRecordQuery: Hashable, Sendable {
    /// Plivo's largest page.
    package static let maxLimit = 20

    /// Digits only. Plivo takes it as a prefix, so compare the number of each record.
    package var from: String?
    package var to: Destination?
    /// Both ends included, to the second.
    package var endedFrom: WallTime?
    package var endedTo: WallTime?
    package var limit: Int
    /// How many records to skip. There are more pages while offset + records read < ``CallRecordPage/totalCount``.
    package var offset: Int

    package init(
        from: String? = nil,
        to: Destination? = nil,
        endedFrom: WallTime? = nil,
        endedTo: WallTime? = nil,
        limit: Int = maxLimit,
        offset: Int = 0
    ) {
        self.from = from
        self.to = to
        self.endedFrom = endedFrom
        self.endedTo = endedTo
        self.limit = min(max(limit, 1), Self.maxLimit)
        self.offset = max(offset, 0)
    }
}
