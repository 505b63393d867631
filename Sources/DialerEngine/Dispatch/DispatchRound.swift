import DialerCore

/// What one dispatch may still hand over, and whom it has served.
struct DispatchRound {
    /// Destinations, by the account's pace and its calls in flight.
    var room: Int
    /// Requests to Plivo's API.
    var requests: Int
    /// Calls that are known to wait in Plivo's queue.
    let waiting: Int
    /// Calls that may begin before the next one that is handed over: those that wait or may wait, and this round's.
    var ahead: Int
    /// Campaigns of which contacts have been handed over.
    var served: Set<CampaignID> = []
    /// What keeps a campaign from using its share.
    var blocked: [CampaignID: CampaignReason] = [:]

    mutating func take(_ count: Int, for campaign: CampaignID) {
        room -= count
        requests -= 1
        ahead += count
        served.insert(campaign)
    }
}
