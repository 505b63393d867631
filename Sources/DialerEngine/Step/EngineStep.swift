import DialerCore
import DialerStore

/// One step under way: the open transaction, the engine's memory, and the effects so far.
///
/// The methods, in one folder for each task, make every decision of the daemon.
struct EngineStep {
    let transaction: StoreTransaction
    let now: Now
    let limits: DialingLimits
    let timeZones: any TimeZones
    var memory: EngineMemory
    var effects: [Effect] = []
    private var campaigns: [CampaignID: Campaign] = [:]

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
        case .housekeeping: try doHousekeeping()
        case .answer(let batch, let answer): try settle(batch, answer)
        case .callback(let callback): try settle(callback)
        case .record(let attempt, let result): try settleRecord(of: attempt, result)
        case .listed(let scan, let result): try settleList(scan, result)
        case .described(let scan, let uuid, let result): try settleDescription(scan, uuid, result)
        case .recordsListed(let sweep, let result): try settleRecordPage(sweep, result)
        case .located(let attempt, let result): try settleLocation(attempt, result)
        case .withdrawn(let attempt, let result): try settleWithdrawal(attempt, result)
        case .delivered(let delivery, let wasAccepted): try settleDelivery(delivery, wasAccepted: wasAccepted)
        case .exported(let campaign): try transaction.markExported(campaign)
        }
    }

    /// Makes a request to Plivo's API that is no make-call request, and counts it.
    mutating func ask(_ question: Effect) {
        memory.apiRequests.record(at: now.monotonic)
        effects.append(question)
    }

    mutating func notify(_ notice: Notice) {
        effects.append(.notice(notice))
    }

    /// A campaign as it was when this step first read it: for its name and settings, which do not change within a step.
    mutating func campaign(_ id: CampaignID) throws -> Campaign? {
        if let known = campaigns[id] { return known }
        let found = try transaction.campaign(id)
        campaigns[id] = found
        return found
    }

    mutating func campaignName(_ id: CampaignID) throws -> String { try campaign(id)?.name ?? "" }
}
