import Foundation

/// Live and queued calls name their members differently from CDRs (docs/plivo.md, "Queued and live calls").
extension Call {
    func liveJSON(apiID: UUID) -> String {
        let attestation = STIRAttestation(of: destination)
        var json = commonJSON(uuid: callUUID, apiID: apiID)
        json.add("session_start", AccountTimeZone.sessionStart(answeredAt ?? rangAt ?? placedAt))
        json.add("stir_verification", attestation.verification)
        json.add("stir_attestation", attestation.recordLevel)
        return json.finished()
    }

    func queuedJSON(apiID: UUID) -> String {
        commonJSON(uuid: requestUUID, apiID: apiID).finished()
    }

    private func commonJSON(uuid: UUID, apiID: UUID) -> JSONWriter {
        var json = JSONWriter()
        json.add("api_id", apiID)
        json.add("call_status", state.rawValue)
        json.add("call_uuid", uuid)
        json.add("caller_name", request.callerName)
        json.add("direction", "outbound")
        json.add("from", "+\(request.from)")
        json.add("request_uuid", requestUUID)
        json.add("to", destination.address)
        return json
    }
}
