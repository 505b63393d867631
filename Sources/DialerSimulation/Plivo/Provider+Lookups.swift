import DialerCore

/// Plivo's lists of open calls, its records of ended ones, and the DELETE of a call.
extension Provider {
    func list(_ list: CallList) -> Result<[CallUUID], LookupFailure> {
        lookUp { .success(open.filter { isOn(list, $0) }.map(\.uuid)) }
    }

    func describe(_ uuid: CallUUID, on list: CallList) -> Result<LiveCall, LookupFailure> {
        lookUp {
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
    }

    func record(_ uuid: CallUUID) -> Result<CallRecord, LookupFailure> {
        lookUp {
            guard let call = callsByUUID[uuid], isRecorded(call) else { return .failure(.notFound) }
            return .success(call.record)
        }
    }

    /// The latest record comes first, as in Plivo's answer, so that a new record moves the others to later pages.
    func records(_ query: CallRecordQuery) -> Result<CallRecordPage, LookupFailure> {
        lookUp {
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
    }

    /// Ends a call, whatever its state (docs/plivo.md, "Hanging up and canceling"). The answer may be lost.
    func hangUp(_ uuid: CallUUID) -> Result<Void, LookupFailure> {
        if hasOutage { return .failure(.unavailable(reason: "an outage")) }
        guard let call = callsByUUID[uuid], call.state != .ended else { return .failure(.notFound) }
        if call.state == .talking { world.violate(.rules, "a call that was picked up is cut off") }
        world.trace.note("withdrawn", Int64(call.to.text) ?? 0)
        call.isWithdrawn = true
        let leavesNoTrace = call.state == .queued && world.scenario.rate(.traceless) > 0
        end(call, causeCode: HangupCause.canceled, leavesTrace: !leavesNoTrace)
        return world.happens(.lookupFails) ? .failure(.unavailable(reason: "500")) : .success(())
    }

    private func lookUp<Value>(_ body: () -> Result<Value, LookupFailure>) -> Result<Value, LookupFailure> {
        if hasOutage { return .failure(.unavailable(reason: "an outage")) }
        guard world.happens(.lookupFails) else { return body() }
        return .failure(world.draw.pick([.unavailable(reason: "500"), .rateLimited(retryAfter: nil)]))
    }

    private func isOn(_ list: CallList, _ call: ProviderCall) -> Bool {
        switch call.state {
        case .queued: list == .queued
        case .ringing, .talking: list == .live
        case .ended: false
        }
    }

    private func isRecorded(_ call: ProviderCall) -> Bool {
        call.recordAt.map { $0 <= world.now } ?? false
    }
}
