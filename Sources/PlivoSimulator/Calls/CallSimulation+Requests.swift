package import Foundation

extension CallSimulation {
    /// The kinds of uuid by which a request may name a call.
    package enum UUIDKind: Sendable {
        case callUUID
        case requestUUID
        case either
    }

    /// The index of the call with this uuid.
    private func index(of uuid: UUID, _ kind: UUIDKind) -> Int? {
        let found =
            switch kind {
            case .callUUID: indexByCallUUID[uuid]
            case .requestUUID: settings.legacyUUIDs ? indexByRequestUUID[uuid] : indexByCallUUID[uuid]
            case .either: indexByCallUUID[uuid] ?? indexByRequestUUID[uuid]
            }
        return found.map(Int.init)
    }

    /// The call with this uuid, if it meets the condition.
    func call(_ uuid: UUID, by kind: UUIDKind, where condition: (Call) -> Bool) -> Call? {
        index(of: uuid, kind).map { calls[$0] }.flatMap { condition($0) ? $0 : nil }
    }

    /// `DELETE Call/{uuid}/` and `DELETE Request/{uuid}/`: withdraws a queued call or ends a live one
    /// (docs/plivo.md, "Hanging up and canceling").
    ///
    /// - Returns: false if no call has this uuid or the call has ended.
    package mutating func hangUp(_ uuid: UUID, by kind: UUIDKind, at now: Moment) -> Bool {
        guard let call = index(of: uuid, kind) else { return false }
        switch calls[call].state {
        case .ended:
            return false
        case .queued:
            let isSilent = settings.withdrawsSilently
            end(call, .canceled, .apiRequest, talkMilliseconds: 0, at: now, isSilent: isSilent)
        case .ringing:
            hangUp(call, .canceled, .apiRequest, at: now)
        case .inProgress:
            hangUp(call, .normalHangup, .apiRequest, at: now)
        }
        return true
    }

    /// `DELETE Call/`: ends every live call with cause 0; queued calls stay
    /// (docs/plivo.md, "Hanging up and canceling").
    package mutating func hangUpAll(at now: Moment) {
        for call in live.keys.sorted() { hangUp(call, .unknown, .unknown, at: now) }
    }

    /// `POST Call/{uuid}/` (docs/plivo.md, "Transferring").
    ///
    /// - Returns: false unless the call is in progress.
    package mutating func transfer(_ uuid: UUID, _ transfer: Transfer, at now: Moment) -> Bool {
        guard let call = index(of: uuid, .either), calls[call].state == .inProgress else { return false }
        deliver(.redirect, of: call, to: transfer.aleg, requesting: .transfer, at: now)
        return true
    }

    /// In the order in which the calls will start.
    package var queuedCalls: [Call] {
        calls[queueHead...].filter { $0.state == .queued }
    }

    /// In the order of placing.
    package var liveCalls: [Call] {
        live.keys.sorted().map { calls[$0] }
    }

    /// Up to `count` calls from index `start` on, in the order of placing.
    package func placedCalls(from start: Int, count: Int) -> [Call] {
        Array(calls[min(start, calls.count)..<min(start + count, calls.count)])
    }
}
