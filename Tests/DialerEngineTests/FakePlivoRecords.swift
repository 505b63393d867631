import DialerCore
import DialerEngine

/// What Plivo would answer.
struct FakePlivoRecords {
    var live: [LiveCall] = []
    var records: [CallRecord] = []
    var queuedUUIDs: [CallUUID] = []
    /// Nil: those of `live`.
    var liveUUIDs: [CallUUID]?
    var listsFail = false
    /// The page that cannot be read.
    var failingOffset: Int?
    /// Nil: as many as there are.
    var claimedCount: Int?

    init(live: [LiveCall] = [], records: [CallRecord] = []) {
        self.live = live
        self.records = records
    }

    func answer(_ question: Effect) -> EngineEvent? {
        switch question {
        case .list(let id, let list):
            if listsFail { return .listed(id, .failure(.unavailable(reason: "500"))) }
            return .listed(id, .success(list == .queued ? queuedUUIDs : liveUUIDs ?? live.map(\.callUUID)))
        case .describe(let id, let uuid, let list):
            let call = list == .live ? live.first { $0.callUUID == uuid } : nil
            return .described(id, uuid, call.map(Result.success) ?? .failure(.notFound))
        case .listRecords(let id, let query):
            if query.offset == failingOffset { return .recordsListed(id, .failure(.unavailable(reason: "500"))) }
            let page = Array(records.dropFirst(query.offset).prefix(query.limit))
            let count = claimedCount ?? records.count
            return .recordsListed(id, .success(CallRecordPage(records: page, totalCount: count, offset: query.offset)))
        default:
            return nil
        }
    }
}

extension TestBench {
    /// Lets time pass, and answers every question that follows from `plivo`, until there are no more.
    func settle(with plivo: FakePlivoRecords, after duration: Duration) throws {
        var questions = try housekeeping(after: duration)
        while !questions.isEmpty {
            let answers = questions.compactMap(plivo.answer)
            questions = try answers.flatMap { try step($0) }
        }
    }
}
