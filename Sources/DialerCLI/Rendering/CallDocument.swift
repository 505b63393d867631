import DialerCore

/// `call show --json`, schema 1 (docs/cli.md, "call"). Keys are added, never changed; a value that Plivo does not report is
/// null.
struct CallDocument: Encodable {
    private let call: CallLookup

    init(_ call: CallLookup) {
        self.call = call
    }

    private enum CodingKeys: String, CodingKey {
        case schema, state, status, from, to, cost
        case callUUID = "call_uuid"
        case requestUUID = "request_uuid"
        case isOutbound = "outbound"
        case startedAt = "started_at"
        case answeredAt = "answered_at"
        case endedAt = "ended_at"
        case duration = "duration_s"
        case causeCode = "hangup_cause_code"
        case causeName = "hangup_cause_name"
        case source = "hangup_source"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .schema)
        switch call {
        case .queued(let call):
            try container.encode("queued", forKey: .state)
            try encode(call, &container)
        case .live(let call):
            try container.encode("live", forKey: .state)
            try encode(call, &container)
        case .ended(let record):
            try container.encode("ended", forKey: .state)
            try encode(record, &container)
        }
    }

    private func encode(_ call: LiveCall, _ container: inout KeyedEncodingContainer<CodingKeys>) throws {
        try container.encode(call.callUUID.text, forKey: .callUUID)
        try container.encode(call.requestUUID?.text, forKey: .requestUUID)
        try container.encode(call.from, forKey: .from)
        try container.encode(call.to?.internationalText, forKey: .to)
        try container.encode(call.status, forKey: .status)
        try container.encode(call.startedAt?.rfc3339, forKey: .startedAt)
    }

    private func encode(_ record: CallRecord, _ container: inout KeyedEncodingContainer<CodingKeys>) throws {
        let end = record.end
        try container.encode(record.callUUID.text, forKey: .callUUID)
        try container.encode(record.from, forKey: .from)
        try container.encode(record.to?.internationalText, forKey: .to)
        try container.encode(record.isOutbound, forKey: .isOutbound)
        try container.encode(end.status, forKey: .status)
        try container.encode(record.initiatedAt?.rfc3339, forKey: .startedAt)
        try container.encode(end.answeredAt?.rfc3339, forKey: .answeredAt)
        try container.encode(end.endedAt?.rfc3339, forKey: .endedAt)
        try container.encode(end.durationSeconds, forKey: .duration)
        try container.encode(end.causeCode, forKey: .causeCode)
        try container.encode(end.causeName ?? end.causeCode.flatMap(HangupCause.name), forKey: .causeName)
        try container.encode(end.source, forKey: .source)
        try container.encode(end.cost?.text, forKey: .cost)
    }
}
