import DialerCore
import DialerStore

/// One step under way: the open transaction, what is remembered, and what will have to be done.
///
/// The methods, one file a subject, make every decision of the daemon.
struct EngineStep {
    let transaction: StoreTransaction
    let now: Now
    let limits: DialingLimits
    let timeZones: any TimeZones
    var memory: EngineMemory
    var effects: [Effect] = []
    /// Campaigns of which a contact has finished in this step.
    var touched: Set<CampaignID> = []
    private var settings: [CampaignID: Campaign] = [:]

    init(
        transaction: StoreTransaction,
        now: Now,
        limits: DialingLimits,
        timeZones: any TimeZones,
        memory: EngineMemory
    ) {
        self.transaction = transaction
        self.now = now
        self.limits = limits
        self.timeZones = timeZones
        self.memory = memory
    }

    mutating func handle(_ event: EngineEvent) throws {
        switch event {
        case .dispatch: try dispatch()
        case .housekeeping: try keepHouse()
        case .answer(let batch, let answer): try settle(batch, answer)
        case .callback(let callback): try settle(callback)
        case .record(let attempt, let result): try settle(attempt, result)
        case .listed(let inquiry, let result): try settleList(inquiry, result)
        case .described(let inquiry, let uuid, let result): try settleDescription(inquiry, uuid, result)
        case .recordsListed(let inquiry, let result): try settleRecords(inquiry, result)
        case .located(let attempt, let result): try settleLocation(attempt, result)
        case .withdrawn(let attempt, let result): try settleWithdrawal(attempt, result)
        case .forwarded(let forward, let wasTaken): try settleForward(forward, wasTaken: wasTaken)
        case .exported(let campaign): try transaction.markExported(campaign)
        }
    }

    /// One request to Plivo's API other than a call.
    mutating func ask(_ question: Effect) {
        memory.apiRequests.record(at: now.monotonic)
        effects.append(question)
    }

    mutating func notify(_ notice: Notice) {
        effects.append(.notice(notice))
    }

    /// A campaign as it was when this step first asked: for its name and settings, which a step does not change.
    mutating func campaign(_ id: CampaignID) throws -> Campaign? {
        if let known = settings[id] { return known }
        let found = try transaction.campaign(id)
        settings[id] = found
        return found
    }
}
