import DialerCore

/// What one dispatch may still hand over, and which campaigns have had calls from it.
struct DispatchRound {
    /// Destinations that may still be handed over, by the account's pace and its limit of calls in flight.
    var room: Int
    /// Requests to Plivo's API that may still be made.
    var requests: Int
    /// Calls that are known to wait in Plivo's queue.
    let waiting: Int
    /// Calls that may begin before the next call to be handed over: calls that wait or may wait in Plivo's queue, and
    /// the calls of this round.
    var ahead: Int
    /// Campaigns whose contacts have been handed over.
    var served: Set<CampaignID> = []
    /// Why a campaign cannot use its share.
    var blocked: [CampaignID: CampaignReason] = [:]

    mutating func take(_ count: Int, for campaign: CampaignID) {
        room -= count
        requests -= 1
        ahead += count
        served.insert(campaign)
    }
}
