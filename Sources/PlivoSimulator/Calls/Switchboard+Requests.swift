extension Switchboard {
    /// Which uuid a request may name a call by.
    package enum Naming: Sendable {
        case callUUID
        case requestUUID
        case either
    }

    /// The number of the call with this uuid.
    package func find(_ uuid: Identifier, by naming: Naming) -> Int? {
        let found =
            switch naming {
            case .callUUID: byCallUUID[uuid]
            case .requestUUID: rules.legacyUUIDs ? byRequestUUID[uuid] : byCallUUID[uuid]
            case .either: byCallUUID[uuid] ?? byRequestUUID[uuid]
            }
        return found.map(Int.init)
    }

    /// `DELETE Call/{uuid}/` and `DELETE Request/{uuid}/`: withdraws a waiting call, ends a live one.
    ///
    /// - Returns: false if there is no such call, or none any more.
    package mutating func hangUp(_ uuid: Identifier, by naming: Naming, at now: Moment) -> Bool {
        guard let call = find(uuid, by: naming) else { return false }
        switch calls[call].state {
        case .ended:
            return false
        case .queued:
            let isTold = !rules.withdrawsSilently
            finish(call, .canceled, .apiRequest, talkMilliseconds: 0, at: now, isTold: isTold)
        case .ringing:
            hangUp(call, .canceled, .apiRequest, at: now)
        case .inProgress:
            hangUp(call, .normalHangup, .apiRequest, at: now)
        }
        return true
    }

    /// `DELETE Call/`: ends every live call. What waits in the queue is not live, and stays. The cause is 0, unknown
    /// (hangup-causes: attributed to deleting all calls).
    package mutating func hangUpAll(at now: Moment) {
        for call in live.keys.sorted() { hangUp(call, .unknown, .unknown, at: now) }
    }

    /// `POST Call/{uuid}/`.
    ///
    /// - Returns: false unless the call is in progress.
    package mutating func transfer(_ uuid: Identifier, _ transfer: Transfer, at now: Moment) -> Bool {
        guard let call = find(uuid, by: .either), calls[call].state == .inProgress else { return false }
        emit(.redirect, of: call, to: transfer.aleg, stake: .transfer, at: now)
        return true
    }

    /// Ends a live call before its plan does: it has talked as long as the clock says.
    mutating func hangUp(_ call: Int, _ cause: HangupCause, _ source: HangupSource, at now: Moment) {
        let talked = calls[call].answeredAt.map { now.microseconds(since: $0) } ?? 0
        let milliseconds = rules.callMilliseconds(realMicroseconds: talked)
        finish(call, cause, source, talkMilliseconds: milliseconds, at: now)
    }

    /// The calls that wait, in the order of their turn.
    package var waitingCalls: [CallRecord] {
        calls[turn...].filter { $0.state == .queued }
    }

    /// The calls that are live, in the order of their placing.
    package var liveCalls: [CallRecord] {
        live.keys.sorted().map { calls[$0] }
    }

    /// One of the calls, if it is of that kind at all.
    package func call(_ uuid: Identifier, by naming: Naming, where condition: (CallRecord) -> Bool) -> CallRecord? {
        find(uuid, by: naming).map { calls[$0] }.flatMap { condition($0) ? $0 : nil }
    }

    /// Up to `count` calls from number `start` on, in the order of their placing.
    package func slice(from start: Int, count: Int) -> [CallRecord] {
        Array(calls[min(start, calls.count)..<min(start + count, calls.count)])
    }
}
