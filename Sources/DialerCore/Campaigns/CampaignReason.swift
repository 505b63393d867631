/// Why a campaign is not dialing although contacts are pending. ``sentence`` is the `reason` of `status` and of the database.
package enum CampaignReason: Hashable, Sendable {
    case daemonStopped
    case paused(campaign: String)
    case halted(HaltCause, campaign: String)
    /// The database was restored from a backup of this moment, in words.
    case restored(moment: String, campaign: String)
    /// It is being canceled.
    case canceled
    case startsAt(WallTime)
    /// The daemon has not looked at it since it was resumed or reopened.
    case resuming

    /// After a 429 or a failure to connect.
    case heldBack(Refusal)
    /// As many as the limit allows, which is this.
    case callsInFlight(Int)
    case queueAhead
    case apiRequests
    /// Every caller ID has a limit of its own, and has reached it for the moment.
    case callerIDs
    /// Every pending contact waits for its retry, or for an attempt limit.
    case notDue(until: WallTime)
    /// Calling hours, until the window opens in these zones.
    case closed(until: WallTime, CallingZones)
    /// Calling hours that leave no window.
    case neverOpen
    /// Calling hours apply in a zone that is not known.
    case zoneUnknown
}
