/// The simulator's own list of calls, `GET /simulator/calls`: every call it took, whatever became of the answer.
package enum CallListing {
    package static func entry(_ call: CallRecord) -> String {
        var json = JSONText()
        json.add("call_uuid", call.callUUID)
        json.add("request_uuid", call.requestUUID)
        json.add("from", call.request.from)
        json.add("to", call.destination.address)
        json.add("placed_at", AccountZone.rfc3339(call.placedAt))
        json.add("started_at", call.startedAt.map(AccountZone.rfc3339))
        json.add("ended_at", call.endedAt.map(AccountZone.rfc3339))
        json.add("outcome", call.outcome?.rawValue)
        json.add("hangup_cause_code", call.cause?.rawValue)
        return json.finished()
    }
}
