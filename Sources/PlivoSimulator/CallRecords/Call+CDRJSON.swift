package import Foundation

extension Call {
    /// The JSON of the call's CDR, with the members of published samples (docs/plivo.md, "Call records").
    package func cdrJSON(authID: String, timeZone: AccountTimeZone, apiID: UUID) -> JSONObject {
        let cost = CallCost(talkMilliseconds: talkMilliseconds)
        let attestation = STIRAttestation(of: destination)
        // The value for unanswered calls is not known, so their CDRs have no `call_state`.
        let state: JSONObject = answeredAt == nil ? [:] : ["call_state": "ANSWER"]
        let beginning: JSONObject = [
            "answer_time": answeredAt.map(timeZone.localWithOffset), "api_id": apiID, "bill_duration": cost.seconds,
            "billed_duration": cost.billedSeconds, "call_direction": "outbound", "call_duration": cost.seconds,
        ]
        return beginning + state + [
            "call_uuid": callUUID, "conference_uuid": nil, "end_time": endedAt.map(timeZone.localWithOffset),
            "from_number": "+\(request.from)", "hangup_cause_code": cause?.rawValue, "hangup_cause_name": cause?.name,
            "hangup_source": source.rawValue, "initiation_time": timeZone.localWithOffset(startedAt ?? placedAt),
            "parent_call_uuid": nil, "resource_uri": "/v1/Account/\(authID)/Call/\(callUUID.lowercaseText)/",
            "stir_verification": attestation.verification, "to_number": destination.address,
            "total_amount": cost.total, "total_rate": CallCost.recordRate,
            "Stir_attestation": attestation.recordLevel, "voice_network_group": "", "source_ip": "127.0.0.1",
        ]
    }
}
