import DialerCore
import DialerStore

/// Zones whose windows close at one instant.
struct OpenZones {
    var zones: [ZoneID]
    /// How many calls Plivo can begin before that instant, including the calls that wait in its queue.
    var calls: Int
}

/// Calling hours: which windows are open, and for how many more calls.
extension EngineStep {
    /// The zones of a campaign's pending contacts whose windows are open; zones that close first come first.
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

    /// What the campaign's pending contacts wait for: the obstacle of the contact that can be called first. Nil if a
    /// contact can be called now, because it then waits no longer than until the next batch.
    ///
    /// - Parameter ahead: calls that begin before any call that is handed over now.
    mutating func contactsObstacle(of campaign: Campaign, behind ahead: Int) throws -> CampaignReason? {
        var next: (instant: WallTime, obstacle: CampaignReason)?
        var isZoneUnknown = false
        for zone in try transaction.pendingZones(of: campaign.id) {
            guard let due = try transaction.nextDue(of: campaign.id, in: zone) else { continue }
            let window = try window(of: zone, in: campaign)
            // A window that closes before one more call can begin counts as closed.
            let isOpen = window.closing.map { callsBegun(before: $0) > ahead } ?? false
            if isOpen, due <= now.wall { return nil }
            let ready = max(due, isOpen ? now.wall : window.closing ?? now.wall)
            guard let opening = campaign.settings.callingHours.opening(from: ready, in: window.zones.rules) else {
                isZoneUnknown = isZoneUnknown || window.zones.rules.isEmpty
                continue
            }
            guard next.map({ opening < $0.instant }) ?? true else { continue }
            next = (opening, opening > due ? .closed(until: opening, window.zones) : .notDue(until: due))
        }
        return next?.obstacle ?? (isZoneUnknown ? .zoneUnknown : .neverOpen)
    }

    /// How many calls Plivo begins, at the account's CPS (docs/plivo.md, "Queueing and CPS"), between now and an
    /// instant.
    private func callsBegun(before closing: WallTime) -> Int {
        if Mutant.closingIgnored.isActive { return .max / 2 }
        // Requests of one round may arrive in any order.
        let time = (closing - now.wall - EnginePolicy.handOverMargin - limits.dispatchInterval).inSeconds
        return Int(max(0, min(time * limits.callsPerSecond, 1e9)))
    }

    mutating func window(of zone: ZoneID, in campaign: Campaign) throws -> CallingWindow {
        let (transaction, now, timeZones, settings) = (transaction, now, timeZones, campaign.settings)
        return try memory.windows.window(zone, campaign, at: now.wall) {
            let names = try transaction.zoneNames(zone)
            let counted = Mutant.firstZoneCounts.isActive ? Array(names.prefix(1)) : names
            let zones = CallingZones(of: counted, settings, in: timeZones)
            return CallingWindow(settings.callingHours, in: zones, at: now.wall)
        }
    }
}
