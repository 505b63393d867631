extension APIDesk {
    func makeCall(_ arguments: ArgumentReader) throws(ArgumentProblem) -> APIAnswer {
        let request = try MakeCall(reading: arguments)
        let list = try DestinationList(reading: arguments)
        if let refusal = settings.refusals.first(where: { list.destinations.contains(where: $0.applies(to:)) }) {
            return .error(refusal.status, RefusalText.text(refusal.status), apiID: apiID)
        }
        let isOrphan = !list.isBulk && request.errorIfParentNotFound && !hasParent(request)
        if isOrphan { return .error(404, "parent call not found", apiID: apiID) }

        let (uuids, waits) = exchange.use { switchboard, now in
            switchboard.place(request, to: list.destinations, at: now)
        }
        var json = JSONText()
        json.add("api_id", apiID)
        if list.isBulk {
            // Whether a bulk that has to wait is told so is not documented.
            json.add("message", "calls fired")
            json.add("request_uuid", uuids)
        } else {
            json.add("message", waits ? "call queued" : "call fired")
            json.add("request_uuid", uuids[0])
        }
        return APIAnswer(status: settings.makeCallStatus, body: json.finished())
    }

    /// Whether the parent call is under way (docs: call-api, "error_if_parent_not_found").
    private func hasParent(_ request: MakeCall) -> Bool {
        guard let parent = request.parentCall, let uuid = Identifier(parent) else { return request.parentCall == nil }
        return exchange.use { switchboard, _ in switchboard.call(uuid, by: .callUUID) { $0.isLive } } != nil
    }

    func transfer(_ uuid: String, _ arguments: ArgumentReader) throws(ArgumentProblem) -> APIAnswer {
        let transfer = try Transfer(reading: arguments)
        guard let identifier = Identifier(uuid),
            exchange.use({ switchboard, now in switchboard.transfer(identifier, transfer, at: now) })
        else { return .callNotFound(apiID: apiID) }
        var json = JSONText()
        json.add("api_id", apiID)
        json.add("message", "call transferred")
        return APIAnswer(status: 202, body: json.finished())
    }

    func hangUp(_ uuid: String, by naming: Switchboard.Naming) -> APIAnswer {
        guard let identifier = Identifier(uuid),
            exchange.use({ switchboard, now in switchboard.hangUp(identifier, by: naming, at: now) })
        else { return .callNotFound(apiID: apiID) }
        return .noContent
    }

    func get(_ uuid: String, _ query: QueryParameters) throws(ArgumentProblem) -> APIAnswer {
        let wanted = try CallKind(query)
        guard let identifier = Identifier(uuid) else { return .notFound(apiID: apiID) }
        let body: String? = exchange.use { switchboard, now in
            switch wanted {
            case .ended:
                switchboard.record(identifier, at: now).map { resource.record($0, apiID: apiID) }
            case .live:
                switchboard.call(identifier, by: .either) { $0.isLive }.map { resource.live($0, apiID: apiID) }
            case .queued:
                switchboard.call(identifier, by: .requestUUID) { $0.state == .queued }
                    .map { resource.queued($0, apiID: apiID) }
            }
        }
        return body.map { APIAnswer(status: 200, body: $0) } ?? .notFound(apiID: apiID)
    }
}
