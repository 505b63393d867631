package import Foundation

extension Call {
    /// The JSON of the call's CDR, with the members of published samples (docs/plivo.md, "Call records").
    package func cdrJSON(authID: String, timeZone: AccountTimeZone, apiID: UUID) -> String {
        let cost = CallCost(talkMilliseconds: talkMilliseconds)
        let attestation = STIRAttestation(of: destination)
        var json = JSONWriter()
        json.add("answer_time", answeredAt.map(timeZone.localWithOffset))
        json.add("api_id", apiID)
        json.add("bill_duration", cost.seconds)
        json.add("billed_duration", cost.billedSeconds)
        json.add("call_direction", "outbound")
        json.add("call_duration", cost.seconds)
        // The value for unanswered calls is not known, so their CDRs have no `call_state`.
        if answeredAt != nil { json.add("call_state", "ANSWER") }
        json.add("call_uuid", callUUID)
        json.add("conference_uuid", nil as String?)
        json.add("end_time", endedAt.map(timeZone.localWithOffset))
        json.add("from_number", "+\(request.from)")
        json.add("hangup_cause_code", cause?.rawValue)
        json.add("hangup_cause_name", cause?.name)
        json.add("hangup_source", source.rawValue)
        json.add("initiation_time", timeZone.localWithOffset(startedAt ?? placedAt))
        json.add("parent_call_uuid", nil as String?)
        json.add("resource_uri", "/v1/Account/\(authID)/Call/\(callUUID.lowercaseText)/")
        json.add("stir_verification", attestation.verification)
        json.add("to_number", destination.address)
        json.add("total_amount", cost.total)
        json.add("total_rate", CallCost.recordRate)
        json.add("Stir_attestation", attestation.recordLevel)
        json.add("voice_network_group", "")
        json.add("source_ip", "127.0.0.1")
        return json.finished()
    }
}
