package import DialerCore

/// The lists of calls that have not ended (plivo-facts, 4.3 and 4.4).
package enum CallList: String, Sendable {
    /// Ringing or talking.
    case live
    /// Taken by Plivo and not yet started.
    case queued
}

/// What Plivo says of a call that has not ended.
package struct LiveCall: Hashable, Sendable {
    package var callUUID: CallUUID
    package var requestUUID: CallUUID?
    /// Digits only.
    package var from: String?
    package var to: Destination?
    /// `queued`, `ringing`, `in-progress`, … as Plivo spells it.
    package var status: String?
    /// Ringing or early media began; Plivo gives it in UTC.
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

    /// Nil without a call UUID.
    init?(json: JSONValue) {
        guard let uuid = json["call_uuid"]?.text.flatMap(CallUUID.init) else { return nil }
        let from = json["from"]?.text.flatMap(Destination.init(reported:))
        self.init(
            callUUID: uuid,
            requestUUID: json["request_uuid"]?.text.flatMap(CallUUID.init),
            from: from.flatMap { if case .phone(let digits) = $0 { String(digits) } else { nil } },
            to: json["to"]?.text.flatMap(Destination.init(reported:)),
            status: json["call_status"]?.text,
            startedAt: json["session_start"]?.text.flatMap(AccountTimeZone.utc.time)
        )
    }
}
