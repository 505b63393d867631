import DialerCore
import DialerEngine
import DialerStore

/// Compares what the dialer does and says with what really happened. It keeps its own record of everything.
final class Checker {
    let world: World
    let store: Store
    var contacts: [ContactKey: ContactTruth] = [:]
    var plans: [CampaignID: Int] = [:]
    var pausedByOperator: Set<CampaignID> = []
    /// Calls of ours that have not ended.
    var openCalls: [ProviderCall] = []
    /// Destinations of requests that are on their way to the provider.
    var onTheWire: [CampaignID: Int] = [:]
    var arrivedBatches: Set<BatchID> = []
    var accountPace: PaceMeter
    var campaignPaces: [CampaignID: PaceMeter] = [:]
    var apiRequests: SlidingWindow
    var completed: Set<CampaignID> = []
    /// Their results have been checked, and are not there any more.
    var archived: Set<CampaignID> = []
    /// Looks and time since a campaign last had a reason or a request.
    var silence: [CampaignID: Silence] = [:]
    /// When any campaign last had a request.
    var lastRequest = MonotonicTime(nanoseconds: 0)
    /// Somebody else has called these from one of our caller IDs: nothing tells such a call from ours.
    var ambiguous: Set<Destination> = []
    /// More than one campaign calls these.
    var shared: Set<Destination> = []
    /// The do-not-call list, and since when.
    var listed: [Destination: MonotonicTime] = [:]
    var cancelled: [CampaignID: MonotonicTime] = [:]
    /// The retry settings that operators have put in force, and since when.
    var retryChanges: [CampaignID: [(since: MonotonicTime, retry: RetryPolicy)]] = [:]
    var callsByDestination: [Destination: [ProviderCall]] = [:]
    var callerIDPaces: [String: PaceMeter] = [:]
    var clockHasStepped = false
    /// While no daemon ran: calls may seem long overdue that are not.
    var clockSteppedUnseen = false
    private(set) var steps = 0
    /// How often the dialer has looked at starts, ends and the like.
    private(set) var housekeepings = 0
    /// Since the last look at the reasons, which takes time.
    private var dispatches = 0
    /// Steps that did nothing but dispatch.
    var dispatchSteps = 0

    struct Silence {
        var since: MonotonicTime
        var housekeepings: Int
        var looks = 0
    }

    init(world: World, store: Store) {
        self.world = world
        self.store = store
        let limits = world.scenario.limits
        accountPace = PaceMeter(rate: limits.callsPerSecond, depth: limits.dispatchInterval)
        apiRequests = SlidingWindow(limit: limits.apiRequestsPer5Seconds, span: .seconds(5))
    }

    func noteImport(_ campaign: CampaignID, plan index: Int) {
        let plan = world.scenario.campaigns[index]
        plans[campaign] = index
        for contact in 0..<plan.size {
            let destination = plan.destination(contact)
            if contacts.keys.contains(where: { $0.destination == destination }) { shared.insert(destination) }
            contacts[ContactKey(campaign: campaign, destination: destination)] = ContactTruth(plan: index, row: contact)
        }
        for (callerID, rate) in plan.settings.callerIDRates where callerIDPaces[callerID] == nil {
            callerIDPaces[callerID] = PaceMeter(rate: rate, depth: world.scenario.limits.dispatchInterval)
        }
        if let rate = plan.settings.callsPerSecond {
            campaignPaces[campaign] = PaceMeter(rate: rate, depth: world.scenario.limits.dispatchInterval)
        }
    }

    /// A new process: what the API's window remembers is not stored.
    func noteStart() {
        let limits = world.scenario.limits
        apiRequests = SlidingWindow(limit: limits.apiRequestsPer5Seconds, span: .seconds(5))
        silence = [:]
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
            if steps % 50 == 0 { try recount(at: now) }
        }
    }

    func noteCompleted(_ campaign: CampaignID) { completed.insert(campaign) }

    func settings(of campaign: CampaignID) -> CampaignSettings? {
        plans[campaign].map { world.scenario.campaigns[$0].settings }
    }

    /// The checks' own reading of the database must not fail.
    func attempt(_ body: () throws -> Void) {
        do { try body() } catch { world.violate(.works, "the database cannot be read: \(error)") }
    }
}
