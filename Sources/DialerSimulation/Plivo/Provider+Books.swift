import DialerCore

/// Plivo's lists of open calls and its records of ended ones.
extension Provider {
    private func failure() -> LookupFailure? {
        if isOut { return .unavailable(reason: "an outage") }
        guard world.happens(.lookupFails) else { return nil }
        return world.draw.pick([.unavailable(reason: "500"), .rateLimited(retryAfter: nil)])
    }

    func list(_ list: CallList) -> Result<[CallUUID], LookupFailure> {
        if let failure = failure() { return .failure(failure) }
        return .success(open.filter { isOn(list, $0) }.map(\.uuid))
    }

    func describe(_ uuid: CallUUID, on list: CallList) -> Result<LiveCall, LookupFailure> {
        if let failure = failure() { return .failure(failure) }
        guard let call = callsByUUID[uuid], isOn(list, call) else { return .failure(.notFound) }
        return .success(
            LiveCall(
                callUUID: call.uuid,
                requestUUID: call.requestUUID,
                from: call.from,
                to: call.to,
                status: list == .queued ? "queued" : call.state == .talking ? "in-progress" : "ringing",
                startedAt: call.startedAt
            )
        )
    }

    private func isOn(_ list: CallList, _ call: ProviderCall) -> Bool {
        switch call.state {
        case .queued: list == .queued
        case .ringing, .talking: list == .live
        case .ended: false
        }
    }

    func record(_ uuid: CallUUID) -> Result<CallRecord, LookupFailure> {
        if let failure = failure() { return .failure(failure) }
        guard let call = callsByUUID[uuid], isRecorded(call) else { return .failure(.notFound) }
        return .success(call.record)
    }

    /// The latest first, as Plivo lists them: a new record moves the others to later pages.
    func records(_ query: CallRecordQuery) -> Result<CallRecordPage, LookupFailure> {
        if let failure = failure() { return .failure(failure) }
        let matching = calls.filter { call in
            guard isRecorded(call), let endedAt = call.endedAt else { return false }
            return query.from.map(call.from.hasPrefix) ?? true && query.to.map { $0 == call.to } ?? true
                && query.endedFrom.map { endedAt >= wholeSeconds($0) } ?? true
                && query.endedTo.map { endedAt <= $0 } ?? true
        }
        .sorted { ($0.endInstant ?? $0.placedAt) > ($1.endInstant ?? $1.placedAt) }
        let page = matching.dropFirst(query.offset).prefix(min(query.limit, CallRecordQuery.maxLimit))
        return .success(
            CallRecordPage(records: page.map(\.record), totalCount: matching.count, offset: query.offset)
        )
    }

    private func isRecorded(_ call: ProviderCall) -> Bool {
        call.recordAt.map { $0 <= world.now } ?? false
    }
}
