package import DialerCore

/// Which records of ended calls to list (plivo-facts, 4.1). Plivo's own bounds: at most 30 days between the two
/// instants, nothing older than 90 days.
package struct CallRecordQuery: Hashable, Sendable {
    /// Plivo's largest page.
    package static let maxLimit = 20

    /// Digits only; Plivo takes it as a prefix, so each record's own number is to be compared.
    package var from: String?
    package var to: Destination?
    /// Both ends included, to the second.
    package var endedFrom: WallTime?
    package var endedTo: WallTime?
    package var limit: Int
    /// How many records to skip. Go on while offset + records read < ``CallRecordPage/totalCount``.
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

    /// Outbound calls only. Times in UTC, although the records answer in local time.
    var pairs: [(name: String, value: String)] {
        var pairs = [(name: "call_direction", value: "outbound")]
        if let from { pairs.append(("from_number", from)) }
        if let to { pairs.append(("to_number", to.text)) }
        if let endedFrom { pairs.append(("end_time__gte", Self.utc(endedFrom))) }
        // The next whole second, so that a call that ended within the last one is not missed.
        if let endedTo { pairs.append(("end_time__lte", Self.utc(endedTo + .milliseconds(999)))) }
        return pairs + [("limit", String(limit)), ("offset", String(offset))]
    }

    /// `YYYY-MM-DD HH:MM:SS`, fractions cut off.
    private static func utc(_ time: WallTime) -> String {
        String(time.rfc3339.dropLast()).replacing("T", with: " ")
    }
}
