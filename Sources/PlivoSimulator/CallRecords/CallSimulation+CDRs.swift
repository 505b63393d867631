package import Foundation

extension CallSimulation {
    /// The call with this uuid, if its CDR is already readable.
    package func recordedCall(_ uuid: UUID, at now: Moment) -> Call? {
        call(uuid, by: .callUUID) { $0.hasCDR(at: now) }
    }

    /// One page of the calls whose CDRs pass the filter, the latest end first, and the number of all such calls.
    package func recordedCalls(_ filter: CDRFilter, page: Page, at now: Moment) -> (total: Int, page: [Call]) {
        guard !filter.matchesNothing else { return (0, []) }
        var total = 0
        var found: [Call] = []
        // `endedCalls` is ordered by end time, so the calls within the filter's time range are one stretch of it.
        var position = endedCallCount(upTo: filter.endTime.highest)
        while position > 0 {
            position -= 1
            let call = calls[endedCalls[position]]
            guard let end = call.endedAt?.microseconds, end >= filter.endTime.lowest else { break }
            guard call.hasCDR(at: now), filter.passes(call) else { continue }
            if total >= page.offset, found.count < page.limit { found.append(call) }
            total += 1
        }
        return (total, found)
    }

    /// The number of calls that ended at or before `end`, in microseconds, by binary search.
    private func endedCallCount(upTo end: Int64) -> Int {
        var (low, high) = (0, endedCalls.count)
        while low < high {
            let middle = (low + high) / 2
            if let endedAt = calls[endedCalls[middle]].endedAt, endedAt.microseconds > end {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return low
    }
}

extension Call {
    fileprivate func hasCDR(at now: Moment) -> Bool {
        recordedAt.map { $0 <= now } ?? false
    }
}
