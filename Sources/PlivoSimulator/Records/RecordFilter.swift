/// The filters of the CDR list, checked (docs: voice/api/call, "retrieve all calls"). Times are UTC.
package struct RecordFilter: Sendable {
    package static let directions = ["inbound", "outbound"]

    package var from: NumberFilter?
    package var to: NumberFilter?
    package var endTime: Comparisons
    package var billDuration = Comparisons()
    package var cause: Int?
    package var source: String?
    package var verification: String?
    /// A filter was given that none of the simulator's calls can pass: inbound, a B leg, a subaccount.
    package var matchesNothing = false

    package init(_ query: QueryParameters, at now: Moment) throws(ArgumentProblem) {
        from = query["from_number"].map(NumberFilter.init)
        to = query["to_number"].map(NumberFilter.init)
        cause = try query.integer("hangup_cause_code", in: 0...9999)
        source = query["hangup_source"]
        verification = query["stir_verification"]
        if let direction = query["call_direction"] {
            guard Self.directions.contains(direction) else { throw .invalid("call_direction") }
            matchesNothing = direction == "inbound"
        }
        if query["parent_call_uuid"] != nil || query["subaccount"] != nil { matchesNothing = true }
        for comparison in Comparisons.operators {
            if let seconds = try query.integer("bill_duration\(comparison)", in: 0...Int(Int32.max)) {
                billDuration.add(comparison, Int64(seconds))
            }
        }
        endTime = try Self.endTime(query, at: now)
    }

    /// Window rules: seven days back without a bound, thirty days from one bound, 400 for a range of more than thirty
    /// days, and nothing older than ninety.
    private static func endTime(_ query: QueryParameters, at now: Moment) throws(ArgumentProblem) -> Comparisons {
        var bounds = Comparisons()
        for comparison in Comparisons.operators {
            guard let text = query["end_time\(comparison)"] else { continue }
            guard let time = CivilTime.parse(text) else { throw .invalid("end_time\(comparison)") }
            bounds.add(comparison, time.momentInUTC.microseconds, width: 1_000_000)
        }
        let month = 30 * day
        switch (bounds.isLowerBounded, bounds.isUpperBounded) {
        case (false, false): bounds.add("__gte", now.microseconds - 7 * day)
        case (true, false): bounds.add("__lte", bounds.lowest + month)
        case (false, true): bounds.add("__gte", bounds.highest - month)
        case (true, true):
            guard bounds.highest < bounds.lowest || bounds.highest - bounds.lowest <= month else {
                throw ArgumentProblem("end_time range is invalid. It may span 30 days at most.")
            }
        }
        bounds.add("__gte", now.microseconds - 90 * day)
        return bounds
    }

    private static let day: Int64 = 86_400_000_000

    /// Whether an ended call passes all filters but the one on its end time.
    func passes(_ call: CallRecord) -> Bool {
        if let from, !from.matches(call.request.from) { return false }
        if let to, !to.matches(call.destination.address) { return false }
        if let cause, cause != call.cause?.rawValue { return false }
        if let source, source != call.source.rawValue { return false }
        if let verification, verification != Attestation(of: call.destination).verification { return false }
        guard billDuration.isLowerBounded || billDuration.isUpperBounded else { return true }
        return billDuration.contains(Int64(CallCost(talkMilliseconds: call.talkMilliseconds).seconds))
    }
}
