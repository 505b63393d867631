import DialerCore

/// Identifies a contact for the provider and the checks, which do not know its id.
struct ContactKey: Hashable {
    var campaign: CampaignID
    var destination: Destination
}
