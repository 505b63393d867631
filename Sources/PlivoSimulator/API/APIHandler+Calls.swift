import Foundation

extension APIHandler {
    func makeCall(_ arguments: ArgumentReader) throws(BadRequest) -> APIResponse {
        let request = try MakeCall(reading: arguments)
        let list = try DestinationList(reading: arguments)
        if let rule = settings.refusalRules.first(where: { list.destinations.contains(where: $0.applies(to:)) }) {
            return .error(rule.status, apiID: apiID)
        }
        if !list.isBulk, request.errorIfParentNotFound, lacksParent(request) {
            return .error(404, "parent call not found", apiID: apiID)
        }
        let (uuids, waits) = simulation.withLock { simulation, now in
            simulation.place(request, to: list.destinations, at: now)
        }
        // No source shows another message for a bulk that has to wait.
        let message = list.isBulk ? "calls fired" : waits ? "call queued" : "call fired"
        let requestUUID: any JSONText = list.isBulk ? uuids : uuids[0]
        let json: JSONObject = ["api_id": apiID, "message": message, "request_uuid": requestUUID]
        return APIResponse(status: settings.makeCallStatus, json)
    }

    /// Whether the request names a parent call that is not live.
    private func lacksParent(_ request: MakeCall) -> Bool {
        guard let parent = request.parentCall else { return false }
        guard let uuid = UUID(uuidString: parent) else { return true }
        return simulation.withLock { simulation, _ in simulation.call(uuid, by: .callUUID) { $0.isLive } } == nil
    }

    func transfer(_ uuid: String, _ arguments: ArgumentReader) throws(BadRequest) -> APIResponse {
        let transfer = try Transfer(reading: arguments)
        guard let uuid = UUID(uuidString: uuid),
            simulation.withLock({ simulation, now in simulation.transfer(uuid, transfer, at: now) })
        else { return .callNotFound(apiID: apiID) }
        return APIResponse(status: 202, ["api_id": apiID, "message": "call transferred"])
    }

    func hangUp(_ uuid: String, by kind: CallSimulation.UUIDKind) -> APIResponse {
        guard let uuid = UUID(uuidString: uuid),
            simulation.withLock({ simulation, now in simulation.hangUp(uuid, by: kind, at: now) })
        else { return .callNotFound(apiID: apiID) }
        return .noContent
    }

    func get(_ uuid: String, _ query: QueryParameters) throws(BadRequest) -> APIResponse {
        let status = try CallStatusQuery(query)
        guard let uuid = UUID(uuidString: uuid) else { return .error(404, apiID: apiID) }
        let body: JSONObject? = simulation.withLock { simulation, now in
            switch status {
            case .ended: simulation.recordedCall(uuid, at: now).map(cdrJSON)
            case .live: simulation.call(uuid, by: .either) { $0.isLive }?.liveJSON(apiID: apiID)
            case .queued: simulation.call(uuid, by: .requestUUID) { $0.state == .queued }?.queuedJSON(apiID: apiID)
            }
        }
        return body.map { APIResponse(status: 200, $0) } ?? .error(404, apiID: apiID)
    }

    func cdrJSON(_ call: Call) -> JSONObject {
        call.cdrJSON(authID: settings.authID, timeZone: settings.timeZone, apiID: apiID)
    }
}
