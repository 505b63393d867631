/// The checked filters of a list of CDRs (docs/plivo.md, "Call records"). Times are UTC.
package struct CDRFilter: Sendable {
    private let from: NumberFilter?
    private let to: NumberFilter?
    let endTime: FilterRange
    private var billDuration = FilterRange()
    private let cause: Int?
    private let source: String?
    private let verification: String?
    /// Whether a filter is set that none of the simulator's calls passes: inbound calls, B legs, subaccounts.
    let matchesNothing: Bool

    package init(_ query: QueryParameters, at now: Moment) throws(BadRequest) {
        from = query["from_number"].map(NumberFilter.init)
        to = query["to_number"].map(NumberFilter.init)
        cause = try query.integer("hangup_cause_code", in: 0...9999)
        source = query["hangup_source"]
        verification = query["stir_verification"]
        let direction = query["call_direction"] ?? "outbound"
        guard ["inbound", "outbound"].contains(direction) else { throw .invalid("call_direction") }
        matchesNothing =
            direction == "inbound" || query["parent_call_uuid"] != nil || query["subaccount"] != nil
        for suffix in FilterRange.suffixes {
            if let seconds = try query.integer("bill_duration\(suffix)", in: 0...Int(Int32.max)) {
                billDuration.narrow(suffix, Int64(seconds))
            }
        }
        endTime = try Self.endTime(query, at: now)
    }

    /// In microseconds. Without a bound the list covers the last 7 days; with one bound it covers the 30 days from or
    /// to this bound; two bounds may be at most 30 days apart. CDRs older than 90 days are gone.
    private static func endTime(_ query: QueryParameters, at now: Moment) throws(BadRequest) -> FilterRange {
        var range = FilterRange()
        for suffix in FilterRange.suffixes {
            guard let text = query["end_time\(suffix)"] else { continue }
            guard let time = CivilTime.parse(text) else { throw .invalid("end_time\(suffix)") }
            range.narrow(suffix, time.momentInUTC.microseconds, width: 1_000_000)
        }
        let day: Int64 = 86_400_000_000
        switch (range.isLowerBounded, range.isUpperBounded) {
        case (false, false): range.narrow("__gte", now.microseconds - 7 * day)
        case (true, false): range.narrow("__lte", range.lowest + 30 * day)
        case (false, true): range.narrow("__gte", range.highest - 30 * day)
        case (true, true):
            guard range.highest < range.lowest || range.highest - range.lowest <= 30 * day else {
                throw BadRequest("end_time range is invalid. It may span 30 days at most.")
            }
        }
        range.narrow("__gte", now.microseconds - 90 * day)
        return range
    }

    /// Whether a call passes the filters that also apply to live and queued calls: numbers and direction.
    func passesNumbers(_ call: Call) -> Bool {
        !matchesNothing && from?.matches(call.request.from) != false
            && to?.matches(call.destination.address) != false
    }

    /// Whether an ended call passes all filters except `endTime`.
    func passes(_ call: Call) -> Bool {
        guard passesNumbers(call) else { return false }
        if let cause, cause != call.cause?.rawValue { return false }
        if let source, source != call.source.rawValue { return false }
        if let verification, verification != STIRAttestation(of: call.destination).verification { return false }
        guard billDuration.isLowerBounded || billDuration.isUpperBounded else { return true }
        return billDuration.contains(Int64(CallCost(talkMilliseconds: call.talkMilliseconds).seconds))
    }
}
