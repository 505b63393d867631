import DialerCore
import DialerStore

/// The course of a campaign: it starts, its time ends, it is over.
extension EngineStep {
    /// How many contacts one step may finish undialled: short steps keep callbacks from waiting.
    private static var finishedPerStep: Int { 5000 }

    mutating func keepHouse() throws {
        for campaign in try transaction.activeCampaigns() {
            touched.insert(campaign.id)
            let event = hasStarted(campaign) ? CampaignEvent.started : .startPostponed
            if try transaction.apply(event, to: campaign.id) == .move(to: .running) {
                notify(.campaignStarted(name: campaign.name))
            }
            if campaign.state == .cancelling {
                _ = try transaction.finishPending(of: campaign.id, as: .cancelled, limit: Self.finishedPerStep)
            } else if hasEnded(campaign) {
                _ = try transaction.finishPending(of: campaign.id, as: .expired, limit: Self.finishedPerStep)
            }
        }
        try withdrawCalls()
        try sendForwards()
        try lookUpOverdueCalls()
        try pursueDoubt()
    }

    /// Whatever is left when every contact has its outcome: the results.
    mutating func finishCampaigns() throws {
        for id in touched.sorted() {
            guard let campaign = try transaction.campaign(id), campaign.state.isActive,
                campaign.progress[.finished] == campaign.progress.contacts
            else { continue }
            try close(campaign)
            memory.campaignPaces[id] = nil
            memory.windows.forget(id)
            memory.refusals[id] = nil
            memory.failureRuns[id] = nil
            effects.append(.export(id))
        }
    }

    private mutating func close(_ campaign: Campaign) throws {
        let progress = campaign.progress
        try transaction.apply(.finished(at: now.wall), to: campaign.id)
        guard let cancelledAt = campaign.cancelledAt else {
            return notify(.campaignCompleted(name: campaign.name, contacts: progress.contacts))
        }
        let rang = try transaction.callsThatRang(of: campaign.id, after: cancelledAt)
        notify(.campaignCancelled(name: campaign.name, cancelled: progress[.cancelled], rang: rang))
    }
}
