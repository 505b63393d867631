import DialerCore

/// `call show --json`, schema 1 (docs/cli.md, "call"). Keys are added, never changed; a value that Plivo does not report is
/// null.
enum CallDocument {
    static func object(_ call: CallLookup) -> JSONObject {
        switch call {
        case .queued(let call): object(call, state: "queued")
        case .live(let call): object(call, state: "live")
        case .ended(let record): object(record)
        }
    }

    private static func object(_ call: LiveCall, state: String) -> JSONObject {
        [
            "schema": 1, "state": state, "call_uuid": call.callUUID.text, "request_uuid": call.requestUUID?.text,
            "from": call.from, "to": call.to?.internationalText, "status": call.status,
            "started_at": call.startedAt?.rfc3339,
        ]
    }

    private static func object(_ record: CallRecord) -> JSONObject {
        let end = record.end
        return [
            "schema": 1, "state": "ended", "call_uuid": record.callUUID.text, "from": record.from,
            "to": record.to?.internationalText, "outbound": record.isOutbound, "status": end.status,
            "started_at": record.initiatedAt?.rfc3339, "answered_at": end.answeredAt?.rfc3339,
            "ended_at": end.endedAt?.rfc3339, "duration_s": end.durationSeconds, "cost": end.cost?.text,
            "hangup_cause_code": end.causeCode,
            "hangup_cause_name": end.causeName ?? end.causeCode.flatMap(HangupCause.name),
            "hangup_source": end.source,
        ]
    }
}
