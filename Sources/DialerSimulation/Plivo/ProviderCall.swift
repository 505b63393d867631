import DialerCore

/// A call at the provider: what really happened to it.
final class ProviderCall {
    enum State {
        case queued
        case ringing
        case talking
        case ended
    }

    let uuid: CallUUID
    /// Equal to `uuid` on the present platform.
    let requestUUID: CallUUID
    let from: String
    let to: Destination
    /// The contact that is called; nil for a call of another user of the account.
    let contact: ContactKey?
    let token: String
    let placedAt: MonotonicTime
    let initiatedAt: WallTime
    /// The latest time at which the call can have ended, by the dialer's limits and the call's arguments.
    let latestEnd: MonotonicTime
    let fate: CallFate
    var state = State.queued
    var startedAt: WallTime?
    var answeredAt: WallTime?
    var endedAt: WallTime?
    /// When the call ended, by the monotonic clock.
    var endInstant: MonotonicTime?
    var causeCode = 4000
    var isMachine = false
    /// Whether the call was ended through the API.
    var isWithdrawn = false
    /// From when on the record can be read; nil: there is none.
    var recordAt: MonotonicTime?

    init(
        uuid: CallUUID,
        requestUUID: CallUUID,
        from: String,
        to: Destination,
        contact: ContactKey?,
        token: String,
        at now: MonotonicTime,
        wall: WallTime,
        latestEnd: MonotonicTime,
        fate: CallFate
    ) {
        self.uuid = uuid
        self.requestUUID = requestUUID
        self.from = from
        self.to = to
        self.contact = contact
        self.token = token
        placedAt = now
        initiatedAt = wall
        self.latestEnd = latestEnd
        self.fate = fate
    }

    /// The outcome that the contact should have after this call.
    var outcome: Outcome {
        if isMachine || causeCode == HangupCause.machineDetected { return .machine }
        return answeredAt != nil ? .answered : HangupCause.outcomeWithoutAnswer(causeCode)
    }

    var record: CallRecord {
        CallRecord(callUUID: uuid, from: from, to: to, initiatedAt: initiatedAt, end: end)
    }

    var end: CallEnd {
        CallEnd(
            causeCode: causeCode,
            source: "Callee",
            status: "completed",
            answeredAt: answeredAt,
            endedAt: endedAt,
            durationSeconds: 1,
            cost: Cost(units: 100)
        )
    }
}
