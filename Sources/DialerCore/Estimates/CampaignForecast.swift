/// The state of one campaign while an estimate advances in time.
struct CampaignForecast {
    private struct Group {
        var zones: CallingZones
        /// Calls that are still to be made. The number may have a fraction.
        var calls: Double
        var window: CallingWindow?
    }

    /// The campaign's priority, in proportion to which it gets its share of the account's rate.
    let weight: Double
    /// The most calls per second.
    let limit: Double
    private let settings: CampaignSettings
    private var groups: [Group]
    /// The index of the group that is called now: the open group that closes first, as in the engine.
    private var serving: Int?
    /// Contacts that were left when the campaign ended.
    private(set) var expired = 0

    /// The part of a call that rounding may leave over.
    private static let nothing = 1e-6

    init(_ campaign: PlannedCampaign) {
        weight = Double(max(1, campaign.settings.priority))
        limit = campaign.callsPerSecond
        settings = campaign.settings
        groups = campaign.groups.map { Group(zones: $0.zones, calls: Double($0.calls)) }
    }

    var isOver: Bool { groups.isEmpty }
    var isDialing: Bool { serving != nil }

    /// Contacts that have not been called.
    var left: Int { Int((groups.reduce(0) { $0 + $1.calls } - Self.nothing).rounded(.up)) }

    /// Chooses the group that is called at `now`, and lets the campaign expire at its `end_at`.
    mutating func look(at now: WallTime) {
        serving = nil
        groups.removeAll { $0.calls < Self.nothing }
        if let endAt = settings.endAt, endAt <= now {
            expired += left
            groups = []
        }
        guard settings.hasStarted(at: now) else { return }
        var earliest = WallTime.distantFuture
        for index in groups.indices {
            if groups[index].window.map({ $0.holds(at: now) || $0.neverOpens }) != true {
                groups[index].window = CallingWindow(settings.callingHours, in: groups[index].zones, at: now)
            }
            guard let closing = groups[index].window?.closing else { continue }
            if serving == nil || closing < earliest { (serving, earliest) = (index, closing) }
        }
    }

    /// The next instant at which something changes: a window opens or closes, the campaign starts or ends, or a group
    /// has been called. Nil if nothing changes any more.
    ///
    /// - Parameter rate: this campaign's calls per second until then.
    func nextChange(after now: WallTime, at rate: Double) -> WallTime? {
        if isOver { return nil }
        if let startAt = settings.startAt, now < startAt { return startAt }
        var next = settings.endAt
        func note(_ instant: WallTime) { next = min(next ?? instant, instant) }
        for group in groups {
            if let window = group.window, window.closing == nil, let opening = window.opening { note(opening) }
        }
        if let serving, let closing = groups[serving].window?.closing {
            note(closing)
            // At least one millisecond ahead, and hardly beyond the horizon.
            let time = min(groups[serving].calls / rate, FinishEstimate.horizon.inSeconds + 1)
            if rate > 0 { note(now + .milliseconds(Int64((time * 1000).rounded(.up)))) }
        }
        return next
    }

    /// Makes the calls of a period with a constant rate.
    mutating func advance(by time: Duration, at rate: Double) {
        guard let serving, rate > 0 else { return }
        groups[serving].calls = max(0, groups[serving].calls - rate * time.inSeconds)
    }
}
