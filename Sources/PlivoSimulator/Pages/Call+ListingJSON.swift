extension Call {
    /// The call's entry in `GET /simulator/calls` (docs/simulator.md, "Pages of the simulator").
    var listingJSON: JSONObject {
        [
            "call_uuid": callUUID, "request_uuid": requestUUID, "from": request.from, "to": destination.address,
            "placed_at": AccountTimeZone.rfc3339(placedAt), "started_at": startedAt.map(AccountTimeZone.rfc3339),
            "ended_at": endedAt.map(AccountTimeZone.rfc3339), "outcome": outcome?.rawValue,
            "hangup_cause_code": cause?.rawValue,
        ]
    }
}
