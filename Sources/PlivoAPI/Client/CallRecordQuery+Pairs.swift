import DialerCore

extension CallRecordQuery {
    /// The URL query: outbound calls only, times in UTC, although the records have local times
    /// (docs/plivo.md, "Call records").
    var pairs: [(name: String, value: String)] {
        var pairs = [(name: "call_direction", value: "outbound")]
        if let from { pairs.append(("from_number", from)) }
        if let to { pairs.append(("to_number", to.text)) }
        if let endedFrom { pairs.append(("end_time__gte", Self.utc(endedFrom))) }
        // Rounded up to whole seconds, so that a call that ended within the last second is not missed.
        if let endedTo { pairs.append(("end_time__lte", Self.utc(endedTo + .milliseconds(999)))) }
        return pairs + [("limit", String(limit)), ("offset", String(offset))]
    }

    /// `YYYY-MM-DD HH:MM:SS`, rounded down.
    private static func utc(_ time: WallTime) -> String {
        String(time.rfc3339.dropLast()).replacing("T", with: " ")
    }
}
