import DialerCore
import DialerStore

/// Zones that close at one instant.
struct OpenZones {
    var zones: [ZoneID]
    /// How many calls Plivo can begin before that, those that wait in its queue first.
    var calls: Int
}

/// Calling hours: whose window is open, and for how many more calls.
extension EngineStep {
    /// How long a request may be under way before Plivo queues its calls: a window must stay open so much longer.
    private static var handOverMargin: Duration { .seconds(5) }

    /// The zones of a campaign's pending contacts whose windows are open, those that close first before the others.
    mutating func openZones(of campaign: Campaign) throws -> [OpenZones] {
        var byClosing: [WallTime: [ZoneID]] = [:]
        for zone in try transaction.pendingZones(of: campaign.id) {
            guard let closing = try window(of: zone, in: campaign).closing else { continue }
            byClosing[min(closing, campaign.settings.endAt ?? closing), default: []].append(zone)
        }
        return byClosing.sorted { $0.key < $1.key }.map { closing, zones in
            OpenZones(zones: zones, calls: callsBegun(before: closing))
        }
    }

    /// How many calls Plivo begins, at the account's CPS (plivo-facts, 5.3), between now and an instant.
    private func callsBegun(before closing: WallTime) -> Int {
        if Mutant.closingIgnored.isActive { return .max / 2 }
        // Requests of one round may arrive in any order.
        let time = (closing - now.wall - Self.handOverMargin - limits.dispatchInterval).inSeconds
        return Int(max(0, min(time * limits.callsPerSecond, 1e9)))
    }

    mutating func window(of zone: ZoneID, in campaign: Campaign) throws -> WindowMemory.Window {
        let (transaction, now, timeZones) = (transaction, now, timeZones)
        return try memory.windows.window(zone, campaign, at: now.wall) {
            let zones = try Self.zones(zone, campaign.settings, transaction, timeZones)
            return CallingWindow(campaign.settings.callingHours, in: zones, at: now.wall)
        }
    }

    private static func zones(
        _ zone: ZoneID,
        _ settings: CampaignSettings,
        _ transaction: StoreTransaction,
        _ timeZones: any TimeZones
    ) throws -> CallingZones {
        let names = try transaction.zoneNames(zone)
        if Mutant.firstZoneCounts.isActive {
            return CallingZones(of: Array(names.prefix(1)), settings, in: timeZones)
        }
        return CallingZones(of: names, settings, in: timeZones)
    }

    /// What the pending contacts of a campaign wait for: the earliest way out, or ``DispatchObstacle/turn``.
    ///
    /// - Parameter ahead: calls that begin before any that is handed over now.
    mutating func obstacle(of campaign: Campaign, behind ahead: Int) throws -> DispatchObstacle {
        var next: (instant: WallTime, obstacle: DispatchObstacle)?
        var isZoneUnknown = false
        for zone in try transaction.pendingZones(of: campaign.id) {
            guard let due = try transaction.nextDue(of: campaign.id, in: zone) else { continue }
            let window = try window(of: zone, in: campaign)
            // What closes before one more call can begin is closed.
            let isOpen = window.closing.map { callsBegun(before: $0) > ahead } ?? false
            if isOpen, due <= now.wall { return .turn }
            let ready = max(due, isOpen ? now.wall : window.closing ?? now.wall)
            guard let opening = campaign.settings.callingHours.opening(from: ready, in: window.zones.rules) else {
                isZoneUnknown = isZoneUnknown || window.zones.rules.isEmpty
                continue
            }
            guard next.map({ opening < $0.instant }) ?? true else { continue }
            next = (opening, opening > due ? .closed(until: opening, window) : .notDue(until: due))
        }
        return next?.obstacle ?? (isZoneUnknown ? .zoneUnknown : .neverOpen)
    }
}
