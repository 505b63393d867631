import DialerCore

/// A call that the provider has: what really happened.
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
    /// Whose contact; nil for a call of somebody else on the account.
    let contact: ContactKey?
    let token: String
    let placedAt: MonotonicTime
    let initiatedAt: WallTime
    /// The latest moment at which it can have ended, as far as the dialer's limits and arguments tell.
    let latestEnd: MonotonicTime
    let fate: CallFate
    var state = State.queued
    var startedAt: WallTime?
    var answeredAt: WallTime?
    var endedAt: WallTime?
    /// When it ended, by the clock that never steps.
    var endInstant: MonotonicTime?
    var causeCode = 4000
    var isMachine = false
    /// Through the API.
    var isWithdrawn = false
    /// When its record can be read.
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

    /// What its contact should end as, as far as its records can tell.
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

/// A contact, named as the provider's side can name it.
struct ContactKey: Hashable {
    var campaign: CampaignID
    var destination: Destination
}

/// How a call will go.
struct CallFate {
    /// From its start; nil: it fails without ringing.
    var ringsAfter: Duration?
    /// From its ringing; nil: nobody picks up.
    var answersAfter: Duration?
    /// From the last of these.
    var endsAfter: Duration
    var causeCode: Int
    var isMachine: Bool
}
