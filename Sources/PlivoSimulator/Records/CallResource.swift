/// The JSON of a call as the API shows it: as a CDR, as a live call, as a queued one.
package struct CallResource: Sendable {
    let authID: String
    let zone: AccountZone

    package init(authID: String, zone: AccountZone) {
        self.authID = authID
        self.zone = zone
    }

    /// The CDR of an ended call (docs: call-api, "The Call object"; field by field as in published samples).
    package func record(_ call: CallRecord, apiID: Identifier) -> String {
        let cost = CallCost(talkMilliseconds: call.talkMilliseconds)
        let attestation = Attestation(of: call.destination)
        var json = JSONText()
        json.add("answer_time", call.answeredAt.map(zone.localWithOffset))
        json.add("api_id", apiID)
        json.add("bill_duration", cost.seconds)
        json.add("billed_duration", cost.billedSeconds)
        json.add("call_direction", "outbound")
        json.add("call_duration", cost.seconds)
        // The only value ever seen is ANSWER; what an unanswered call has is not documented, so it has none.
        if call.answeredAt != nil { json.add("call_state", "ANSWER") }
        json.add("call_uuid", call.callUUID)
        json.add("conference_uuid", nil as String?)
        json.add("end_time", call.endedAt.map(zone.localWithOffset))
        json.add("from_number", "+\(call.request.from)")
        json.add("hangup_cause_code", call.cause?.rawValue)
        json.add("hangup_cause_name", call.cause?.name)
        json.add("hangup_source", call.source.rawValue)
        json.add("initiation_time", zone.localWithOffset(call.startedAt ?? call.placedAt))
        json.add("parent_call_uuid", nil as String?)
        json.add("resource_uri", "/v1/Account/\(authID)/Call/\(call.callUUID)/")
        json.add("stir_verification", attestation.verification)
        json.add("to_number", call.destination.address)
        json.add("total_amount", cost.total)
        json.add("total_rate", CallCost.recordRate)
        json.add("Stir_attestation", attestation.level == "A" ? "A" : "")
        json.add("voice_network_group", "")
        json.add("source_ip", "127.0.0.1")
        return json.finished()
    }

    /// A live call; its members are named otherwise than a CDR's.
    package func live(_ call: CallRecord, apiID: Identifier) -> String {
        let attestation = Attestation(of: call.destination)
        var json = JSONText()
        addWaiting(call, apiID: apiID, to: &json)
        json.add("session_start", AccountZone.sessionStart(call.answeredAt ?? call.rangAt ?? call.placedAt))
        json.add("stir_verification", attestation.verification)
        json.add("stir_attestation", attestation.level == "A" ? "A" : "")
        return json.finished()
    }

    /// A call that waits in the queue.
    package func queued(_ call: CallRecord, apiID: Identifier) -> String {
        var json = JSONText()
        addWaiting(call, apiID: apiID, to: &json)
        return json.finished()
    }

    private func addWaiting(_ call: CallRecord, apiID: Identifier, to json: inout JSONText) {
        json.add("api_id", apiID)
        json.add("call_status", call.state.rawValue)
        json.add("call_uuid", call.state == .queued ? call.requestUUID : call.callUUID)
        json.add("caller_name", call.request.callerName)
        json.add("direction", "outbound")
        json.add("from", "+\(call.request.from)")
        json.add("request_uuid", call.requestUUID)
        json.add("to", call.destination.address)
    }
}
