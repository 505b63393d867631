extension Switchboard {
    /// The CDR of one call, if it has one yet.
    package func record(_ uuid: Identifier, at now: Moment) -> CallRecord? {
        call(uuid, by: .callUUID) { $0.hasRecord(at: now) }
    }

    /// One page of the CDRs that pass a filter, the latest end first, and how many there are in all.
    package func records(_ filter: RecordFilter, page: Page, at now: Moment) -> (total: Int, page: [CallRecord]) {
        guard !filter.matchesNothing else { return (0, []) }
        var total = 0
        var found: [CallRecord] = []
        // Calls are filed in the order in which they ended, so the wanted times are one stretch.
        var position = firstEnded { $0 > filter.endTime.highest }
        while position > 0 {
            position -= 1
            let call = endedCalls[position]
            guard let end = calls[call].endedAt?.microseconds, end >= filter.endTime.lowest else { break }
            guard calls[call].hasRecord(at: now), filter.passes(calls[call]) else { continue }
            if total >= page.offset, found.count < page.limit { found.append(calls[call]) }
            total += 1
        }
        return (total, found)
    }

    /// The position of the first ended call whose end time, in microseconds, is past a bound.
    private func firstEnded(where isPast: (Int64) -> Bool) -> Int {
        var (low, high) = (0, endedCalls.count)
        while low < high {
            let middle = (low + high) / 2
            if let end = calls[endedCalls[middle]].endedAt, isPast(end.microseconds) {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return low
    }
}

extension CallRecord {
    func hasRecord(at now: Moment) -> Bool {
        recordedAt.map { $0 <= now } ?? false
    }
}
