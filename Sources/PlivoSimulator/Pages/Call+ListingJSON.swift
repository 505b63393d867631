import Foundation

extension Call {
    /// The call's entry in `GET /simulator/calls` (docs/simulator.md, "Pages of the simulator").
    func listingJSON() -> String {
        var json = JSONWriter()
        json.add("call_uuid", callUUID)
        json.add("request_uuid", requestUUID)
        json.add("from", request.from)
        json.add("to", destination.address)
        json.add("placed_at", AccountTimeZone.rfc3339(placedAt))
        json.add("started_at", startedAt.map(AccountTimeZone.rfc3339))
        json.add("ended_at", endedAt.map(AccountTimeZone.rfc3339))
        json.add("outcome", outcome?.rawValue)
        json.add("hangup_cause_code", cause?.rawValue)
        return json.finished()
    }
}
