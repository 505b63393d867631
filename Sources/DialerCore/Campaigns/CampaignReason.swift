/// Why a campaign is not dialing although contacts are pending. ``sentence`` is the `reason` in `status` and in the
/// database.
package enum CampaignReason: Hashable, Sendable {
    case daemonStopped
    case paused(campaign: String)
    case halted(HaltCause, campaign: String)
    /// The database was restored from a backup. `moment`: when the backup was made, in words.
    case restored(moment: String, campaign: String)
    /// The campaign is being canceled.
    case canceled
    case startsAt(WallTime)
    /// The campaign was resumed or reopened, and the daemon has not checked it since.
    case resuming

    /// Requests pause after a 429 or a failure to connect.
    case heldBack(Refusal)
    /// The number of calls in flight has reached the limit, which is the value.
    case callsInFlight(Int)
    case queueAhead
    case apiRequests
    /// Every caller ID has reached its own limit for now.
    case callerIDs
    /// Every pending contact waits for its retry, or for an attempt limit.
    case notDue(until: WallTime)
    /// Outside calling hours, until the window opens in these zones.
    case closed(until: WallTime, CallingZones)
    /// The calling hours leave no window.
    case neverOpen
    /// The calling hours depend on a time zone that is not known.
    case zoneUnknown
}
