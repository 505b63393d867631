import Foundation

/// Live and queued calls name their members differently from CDRs (docs/plivo.md, "Queued and live calls").
extension Call {
    func liveJSON(apiID: UUID) -> JSONObject {
        let attestation = STIRAttestation(of: destination)
        return commonJSON(uuid: callUUID, apiID: apiID) + [
            "session_start": AccountTimeZone.sessionStart(answeredAt ?? rangAt ?? placedAt),
            "stir_verification": attestation.verification, "stir_attestation": attestation.recordLevel,
        ]
    }

    func queuedJSON(apiID: UUID) -> JSONObject { commonJSON(uuid: requestUUID, apiID: apiID) }

    private func commonJSON(uuid: UUID, apiID: UUID) -> JSONObject {
        [
            "api_id": apiID, "call_status": state.rawValue, "call_uuid": uuid, "caller_name": request.callerName,
            "direction": "outbound", "from": "+\(request.from)", "request_uuid": requestUUID, "to": destination.address,
        ]
    }
}
