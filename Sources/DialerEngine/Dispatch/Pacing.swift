import DialerCore
import DialerStore

/// How many destinations may be handed over now, by the rates of the account, of a campaign and of a caller ID. The
/// monotonic clock fills the buckets.
struct Pacing {
    private var account: TokenBucket
    private var campaigns: [CampaignID: TokenBucket] = [:]
    private var callerIDs: [String: TokenBucket] = [:]
    private var shares = FairShare<CampaignID>()
    private var dispatchInterval: Duration

    init(limits: DialingLimits, at now: Now) {
        account = TokenBucket(rate: limits.callsPerSecond, depth: limits.dispatchInterval, at: now.monotonic)
        dispatchInterval = limits.dispatchInterval
    }

    mutating func change(to limits: DialingLimits, at now: Now) {
        account.change(rate: limits.callsPerSecond, depth: limits.dispatchInterval, at: Self.accountTime(now))
        dispatchInterval = limits.dispatchInterval
    }

    /// Takes over a campaign's own rate. A new bucket begins empty.
    mutating func adoptRate(of campaign: Campaign, at now: Now) {
        Self.set(&campaigns[campaign.id], to: campaign.settings.callsPerSecond, dispatchInterval, at: now)
    }

    /// Takes over the rates of a campaign's caller IDs. Campaigns share the bucket of a caller ID.
    mutating func adoptCallerIDRates(of settings: CampaignSettings, at now: Now) {
        for (callerID, rate) in settings.callerIDRates {
            Self.set(&callerIDs[callerID], to: rate, dispatchInterval, at: now)
        }
    }

    /// The number of destinations that the account's rate allows.
    func available(at now: Now) -> Int { account.available(at: Self.accountTime(now)) }

    /// The number of destinations that a campaign's own rate allows: `Int.max` for a campaign without a rate.
    func available(for campaign: CampaignID, at now: Now) -> Int {
        campaigns[campaign]?.available(at: now.monotonic) ?? .max
    }

    /// The number of destinations that a caller ID's own rate allows: `Int.max` for a caller ID without a rate.
    func available(from callerID: String, _ settings: CampaignSettings, at now: Now) -> Int {
        guard settings.callerIDRates[callerID] != nil else { return .max }
        return callerIDs[callerID]?.available(at: now.monotonic) ?? 0
    }

    /// Distributes the number of destinations that the account may hand over now.
    mutating func allot(_ total: Int, among members: [FairShare<CampaignID>.Member]) -> [CampaignID: Int] {
        shares.allot(total, among: members)
    }

    mutating func take(_ count: Int, for campaign: Campaign, from callerID: String, at now: Now) {
        account.take(count, at: Self.accountTime(now))
        campaigns[campaign.id]?.take(count, at: now.monotonic)
        if campaign.settings.callerIDRates[callerID] != nil { callerIDs[callerID]?.take(count, at: now.monotonic) }
    }

    mutating func forget(_ campaign: CampaignID) { campaigns[campaign] = nil }

    private static func set(_ bucket: inout TokenBucket?, to rate: Double?, _ depth: Duration, at now: Now) {
        guard let rate else { return bucket = nil }
        bucket = bucket ?? TokenBucket(rate: rate, depth: depth, at: now.monotonic)
        bucket?.change(rate: rate, depth: depth, at: now.monotonic)
    }

    private static func accountTime(_ now: Now) -> MonotonicTime {
        if Mutant.paceByWallClock.isActive { return MonotonicTime(nanoseconds: now.wall.milliseconds * 1_000_000) }
        return now.monotonic
    }
}
