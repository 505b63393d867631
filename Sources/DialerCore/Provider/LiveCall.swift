/// The lists of calls that have not ended (docs/plivo.md, "Queued and live calls").
package enum CallList: String, Hashable, Sendable {
    /// Ringing or talking.
    case live
    /// Accepted by Plivo and not started yet.
    case queued
}

/// What Plivo reports of a call that has not ended.
package struct LiveCall: Hashable, Sendable {
    package var callUUID: CallUUID
    package var requestUUID: CallUUID?
    /// Digits only.
    package var from: String?
    package var to: Destination?
    /// `queued`, `ringing`, `in-progress`, … as Plivo spells it.
    package var status: String?
    /// When ringing or early media began. Plivo gives it in UTC.
    package var startedAt: WallTime?

    package init(
        callUUID: CallUUID,
        requestUUID: CallUUID? = nil,
        from: String? = nil,
        to: Destination? = nil,
        status: String? = nil,
        startedAt: WallTime? = nil
    ) {
        self.callUUID = callUUID
        self.requestUUID = requestUUID
        self.from = from
        self.to = to
        self.status = status
        self.startedAt = startedAt
    }
}
