import CampaignFiles
import DialerCore
import DialerDaemon
import DialerStore
import PlivoAPI
import Settings

/// The consequences of the import: the first request, the end of the campaign, and its cost.
extension CampaignCheck {
    /// A placeholder for the secret token in the callback URLs.
    private static let placeholderToken = "TOKEN"

    /// The first make-call request that the engine would choose, with the first three of its destinations.
    func firstRequest(to contacts: [ContactRow], _ settings: CampaignSettings) -> (
        url: String, request: MakeCallRequest
    )? {
        guard let first = contacts.first else { return nil }
        let (callerIDs, arguments) = settings.call(overriding: first.overrides)
        guard let callerID = callerIDs.first else { return nil }
        let most = arguments[.parentCallUUID] == nil ? configuration.limits.maxBatch : 1
        let urls = CallbackURLs(publicURL: configuration.callbacks.publicURL, token: Self.placeholderToken)
        let request = MakeCallRequest(
            from: callerID,
            destinations: contacts.prefix(most).map(\.destination),
            arguments: arguments,
            reportingTo: urls
        )
        let plivo = configuration.plivo
        let account = PlivoAccount(baseURL: plivo.baseURL, authID: plivo.authID, authToken: "")
        return (account.makeCallURL, request)
    }

    func outlook(
        _ calls: [[String]: Int],
        _ settings: CampaignSettings,
        rate: Cost?,
        at now: WallTime
    ) throws -> CheckReport.Outlook {
        let others = try store?.runningCampaigns() ?? []
        let limits = configuration.limits
        let plan = plan(settings, calls)
        let finish = FinishEstimate(
            of: plan,
            beside: others.map { other in
                let zones = other.pending.map { (other.settings.zones(of: $0.key), $0.value) }
                return self.plan(other.settings, Dictionary(zones, uniquingKeysWith: +))
            },
            callsPerSecond: limits.callsPerSecond,
            from: now
        )
        let count = calls.values.reduce(0, +) - finish.expired - finish.outOfReach
        let inFlight = min(limits.maxCallsInFlight, settings.maxCallsInFlight ?? .max)
        let pace = min(limits.callsPerSecond, plan.callsPerSecond)
        return CheckReport.Outlook(
            finish: finish,
            beside: others.map(\.name),
            longestCall: .seconds(Double(inFlight) / pace),
            mayReachLimit: count > inFlight,
            cost: try cost(of: count, rate: rate)
        )
    }

    private func plan(_ settings: CampaignSettings, _ calls: [[String]: Int]) -> PlannedCampaign {
        let groups = calls.map { (zones: CallingZones(of: $0, settings, in: sources.timeZones), calls: $1) }
        return PlannedCampaign(settings, groups: groups)
    }

    private func cost(of calls: Int, rate: Cost?) throws -> CostEstimate? {
        if let rate { return CostEstimate(calls: calls, rate: rate) }
        guard let past = try store?.pastCost() else { return nil }
        return CostEstimate(calls: calls, pastCalls: past.calls, pastCost: past.cost)
    }
}
