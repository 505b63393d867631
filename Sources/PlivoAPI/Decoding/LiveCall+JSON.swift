import DialerCore

extension LiveCall {
    /// Nil without a call UUID (docs/plivo.md, "Queued and live calls").
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
