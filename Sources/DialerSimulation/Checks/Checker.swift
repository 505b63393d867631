import DialerCore
import DialerEngine
import DialerStore

/// Compares what the dialer does and reports with what really happened, of which it keeps its own record.
final class Checker {
    let world: World
    let store: Store
    var histories: [ContactKey: ContactHistory] = [:]
    /// The imported campaigns.
    var plans: [CampaignID: CampaignPlan] = [:]
    var pausedByOperator: Set<CampaignID> = []
    /// The campaigns' calls that have not ended.
    var openCalls: [ProviderCall] = []
    /// The number of destinations in requests that have left and have not reached the provider.
    var onTheWire: [CampaignID: Int] = [:]
    var arrivedBatches: Set<BatchID> = []
    var accountPace: PaceMeter
    var campaignPaces: [CampaignID: PaceMeter] = [:]
    var callerIDPaces: [String: PaceMeter] = [:]
    var apiRequests: SlidingWindow
    var completed: Set<CampaignID> = []
    /// Campaigns whose results have been checked and are no longer in the database.
    var archived: Set<CampaignID> = []
    /// Campaigns that have pending contacts, but neither make calls nor have a reason.
    var silences: [CampaignID: Silence] = [:]
    /// When a request of any campaign last left.
    var lastRequest = MonotonicTime.start
    /// Numbers that another user of the account has called from one of our caller IDs. Such a call cannot be told apart
    /// from ours.
    var ambiguous: Set<Destination> = []
    /// Numbers of more than one campaign.
    var shared: Set<Destination> = []
    /// When each number was put on the do-not-call list.
    var listedAt: [Destination: MonotonicTime] = [:]
    var cancelledAt: [CampaignID: MonotonicTime] = [:]
    /// The retry settings that operators have put in force, and when.
    var retryChanges: [CampaignID: [(since: MonotonicTime, retry: RetryPolicy)]] = [:]
    var callsByDestination: [Destination: [ProviderCall]] = [:]
    var clockHasStepped = false
    /// Whether the clock was wrong when a daemon started. Then calls may seem to be overdue.
    var clockSteppedUnseen = false
    private(set) var steps = 0
    private(set) var housekeepings = 0
    /// Since the last check of the reasons, which takes time.
    private var dispatches = 0
    /// Steps that did nothing but dispatch.
    var dispatchSteps = 0

    struct Silence {
        var since: MonotonicTime
        /// The value of ``Checker/housekeepings`` at its beginning.
        var housekeepings: Int
        var checks = 0
    }

    init(world: World, store: Store) {
        self.world = world
        self.store = store
        let limits = world.scenario.limits
        accountPace = PaceMeter(rate: limits.callsPerSecond, depth: limits.dispatchInterval)
        apiRequests = Self.window(limits)
    }

    private static func window(_ limits: DialingLimits) -> SlidingWindow {
        SlidingWindow(limit: limits.apiRequestsPer5Seconds, span: .seconds(5))
    }

    func noteImport(_ campaign: CampaignID, _ plan: CampaignPlan) {
        let depth = world.scenario.limits.dispatchInterval
        plans[campaign] = plan
        for contact in 0..<plan.size {
            let destination = plan.destination(contact)
            if histories.keys.contains(where: { $0.destination == destination }) { shared.insert(destination) }
            histories[ContactKey(campaign: campaign, destination: destination)] = ContactHistory(plan: plan)
        }
        for (callerID, rate) in plan.settings.callerIDRates where callerIDPaces[callerID] == nil {
            callerIDPaces[callerID] = PaceMeter(rate: rate, depth: depth)
        }
        if let rate = plan.settings.callsPerSecond { campaignPaces[campaign] = PaceMeter(rate: rate, depth: depth) }
    }

    /// Notes the start of a process, which does not know the API requests of an earlier one.
    func noteStart() {
        apiRequests = Self.window(world.scenario.limits)
        silences = [:]
    }

    func noteStep(_ events: [EngineEvent], at now: Now) {
        steps += 1
        for event in events {
            switch event {
            case .dispatch: dispatches += 1
            case .housekeeping: housekeepings += 1
            default: break
            }
        }
        attempt {
            if dispatches >= 8 {
                dispatches = 0
                try checkReasons(at: now)
            }
            if steps % 50 == 0 { try checkCounters(at: now) }
        }
    }

    func campaign(named name: String) -> CampaignID? { plans.first { $0.value.name == name }?.key }

    /// Runs a check that reads the database. If reading fails, that is a violation.
    func attempt(_ body: () throws -> Void) {
        do { try body() } catch { world.violate(.works, "the database cannot be read: \(error)") }
    }
}
