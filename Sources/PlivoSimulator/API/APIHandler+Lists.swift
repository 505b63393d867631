import Foundation

extension APIHandler {
    func list(_ query: QueryParameters) throws(BadRequest) -> APIResponse {
        switch try CallStatusQuery(query) {
        case .ended: try listCDRs(query)
        case .live: try listUUIDs(query, of: { $0.liveCalls }, by: \.callUUID)
        case .queued: try listUUIDs(query, of: { $0.queuedCalls }, by: \.requestUUID)
        }
    }

    private func listCDRs(_ query: QueryParameters) throws(BadRequest) -> APIResponse {
        let page = try Page(query)
        let filter = try CDRFilter(query, at: clock.now)
        let (total, calls) = simulation.withLock { simulation, now in
            simulation.recordedCalls(filter, page: page, at: now)
        }
        let links = page.links(path: "/v1/Account/\(settings.authID)/Call/", query: query, total: total)
        let meta: JSONObject = [
            "limit": page.limit, "next": links.next, "offset": page.offset, "previous": links.previous,
            "total_count": total,
        ]
        return APIResponse(status: 200, ["api_id": apiID, "meta": meta, "objects": calls.map(cdrJSON)])
    }

    /// `{"api_id":…,"calls":[…]}`, with all calls unless the query has a limit
    /// (docs/plivo.md, "Queued and live calls").
    private func listUUIDs(
        _ query: QueryParameters,
        of calls: (CallSimulation) -> [Call],
        by uuid: (Call) -> UUID
    ) throws(BadRequest) -> APIResponse {
        let filter = try CDRFilter(query, at: clock.now)
        let page = try Page(query)
        let limit = query["limit"] == nil ? Int.max : page.limit
        let listed = simulation.withLock { simulation, _ in calls(simulation) }.filter(filter.passesNumbers)
        let uuids = listed.dropFirst(page.offset).prefix(limit).map(uuid)
        return APIResponse(status: 200, ["api_id": apiID, "calls": uuids])
    }
}
