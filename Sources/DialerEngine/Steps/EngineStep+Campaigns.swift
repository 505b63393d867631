import DialerCore
import DialerStore

/// The course of a campaign: it starts, its time ends, it is over.
extension EngineStep {
    /// How many contacts one step may expire: short steps keep callbacks from waiting.
    private static var expiredPerStep: Int { 1000 }

    mutating func keepHouse() throws {
        for campaign in try transaction.activeCampaigns() {
            touched.insert(campaign.id)
            if campaign.state == .waiting, hasStarted(campaign) {
                try transaction.move(campaign.id, to: .running, reason: nil)
                notify(.campaignStarted(name: campaign.name))
            } else if campaign.state == .running, !hasStarted(campaign) {
                // The clock has stepped backwards.
                try transaction.move(campaign.id, to: .waiting, reason: nil)
            }
            if hasEnded(campaign) {
                try expirePending(of: campaign)
            }
        }
        try lookUpOverdueCalls()
        try pursueDoubt()
    }

    /// Whatever is left when every contact has its outcome: the results.
    mutating func finishCampaigns() throws {
        for id in touched.sorted() {
            guard let campaign = try transaction.campaign(id), campaign.state.isActive,
                campaign.progress[.finished] == campaign.progress.contacts
            else { continue }
            try transaction.complete(id, as: .completed, at: now.wall)
            memory.campaignPaces[id] = nil
            memory.refusals[id] = nil
            memory.failureRuns[id] = nil
            notify(.campaignCompleted(name: campaign.name, contacts: campaign.progress.contacts))
            effects.append(.export(id))
        }
    }

    private mutating func expirePending(of campaign: Campaign) throws {
        for before in try transaction.pendingContacts(of: campaign.id, limit: Self.expiredPerStep) {
            var contact = before
            contact.state = .finished
            contact.outcome = .expired
            try transaction.save(contact, was: before)
        }
    }
}
