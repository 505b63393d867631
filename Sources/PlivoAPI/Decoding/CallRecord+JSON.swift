import DialerCore

extension CallRecord {
    /// Reads a record, whichever fields are missing (docs/plivo.md, "Call records"). Nil without a call UUID.
    init?(json: JSONValue, zone: AccountTimeZone) {
        func time(_ key: String) -> WallTime? { json[key]?.text.flatMap(zone.time) }
        guard let uuid = json["call_uuid"]?.text.flatMap(CallUUID.init) else { return nil }
        let from = json["from_number"]?.text.flatMap(Destination.init(reported:))
        self.init(
            callUUID: uuid,
            from: from.flatMap { if case .phone(let digits) = $0 { String(digits) } else { nil } },
            to: json["to_number"]?.text.flatMap(Destination.init(reported:)),
            initiatedAt: time("initiation_time"),
            isOutbound: json["call_direction"]?.text != "inbound",
            end: CallEnd(
                causeCode: json["hangup_cause_code"]?.integer,
                causeName: json["hangup_cause_name"]?.text,
                source: json["hangup_source"]?.text,
                status: json["call_state"]?.text,
                answeredAt: time("answer_time"),
                endedAt: time("end_time"),
                durationSeconds: json["bill_duration"]?.integer ?? json["call_duration"]?.integer,
                cost: json["total_amount"].flatMap(Cost.init(json:))
            )
        )
    }

    /// Plivo documents records of ended calls only. The record of a call under way, if Plivo has such records, has
    /// neither field.
    var isOfEndedCall: Bool { end.endedAt != nil || end.causeCode != nil }
}

extension Cost {
    /// Plivo documents text with five decimals; a JSON number is read by its shortest decimal form.
    init?(json: JSONValue) {
        guard let text = json.text else { return nil }
        self.init(text)
    }
}

extension CallRecordPage {
    /// Nil unless every record can be read: a call missing on an incomplete page would count as never placed.
    init?(json: JSONValue, zone: AccountTimeZone, offset: Int) {
        guard let total = json["meta"]?["total_count"]?.integer, case .list(let objects)? = json["objects"] else {
            return nil
        }
        let records = objects.compactMap { CallRecord(json: $0, zone: zone) }
        guard records.count == objects.count else { return nil }
        self.init(records: records, totalCount: total, offset: json["meta"]?["offset"]?.integer ?? offset)
    }
}
