extension APIDesk {
    func list(_ query: QueryParameters) throws(ArgumentProblem) -> APIAnswer {
        let kind = try CallKind(query)
        return switch kind {
        case .ended: try records(query)
        case .live: try uuids(query, of: { $0.liveCalls }, named: \.callUUID)
        case .queued: try uuids(query, of: { $0.waitingCalls }, named: \.requestUUID)
        }
    }

    /// One page of CDRs with its `meta`.
    private func records(_ query: QueryParameters) throws(ArgumentProblem) -> APIAnswer {
        let page = try Page(query)
        let filter = try RecordFilter(query, at: clock.now)
        let (total, calls) = exchange.use { switchboard, now in switchboard.records(filter, page: page, at: now) }
        let links = page.links(path: "/v1/Account/\(settings.authID)/Call/", query: query, total: total)
        var meta = JSONText()
        meta.add("limit", page.limit)
        meta.add("next", links.next)
        meta.add("offset", page.offset)
        meta.add("previous", links.previous)
        meta.add("total_count", total)
        var json = JSONText()
        json.add("api_id", apiID)
        json.add("meta", json: meta.finished())
        let objects = calls.map { resource.record($0, apiID: apiID) }
        json.add("objects", json: "[\(objects.joined(separator: ","))]")
        return APIAnswer(status: 200, body: json.finished())
    }

    /// `{"api_id":…,"calls":[…]}`: all of them, unless a limit is given (docs: "retrieve all live calls").
    private func uuids(
        _ query: QueryParameters,
        of calls: (Switchboard) -> [CallRecord],
        named name: (CallRecord) -> Identifier
    ) throws(ArgumentProblem) -> APIAnswer {
        let filter = try RecordFilter(query, at: clock.now)
        let limit = query["limit"] == nil ? Int.max : try Page(query).limit
        let offset = try Page(query).offset
        let all = exchange.use { switchboard, _ in calls(switchboard) }
        let uuids = all.lazy.filter { call in
            !filter.matchesNothing && filter.from?.matches(call.request.from) != false
                && filter.to?.matches(call.destination.address) != false
        }
        var json = JSONText()
        json.add("api_id", apiID)
        json.add("calls", uuids.dropFirst(offset).prefix(limit).map(name))
        return APIAnswer(status: 200, body: json.finished())
    }
}
