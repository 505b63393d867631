import DialerCore
import DialerStore

/// The course of a campaign: it starts, expires, halts and finishes.
extension EngineStep {
    mutating func doHousekeeping() throws {
        let campaigns = try transaction.activeCampaigns()
        for campaign in campaigns {
            let event = campaign.settings.hasStarted(at: now.wall) ? CampaignEvent.started : .startPostponed
            if try transaction.apply(event, to: campaign.id) == .move(to: .running) {
                notify(.campaignStarted(name: campaign.name))
            }
            if campaign.state == .cancelling {
                try finishPending(of: campaign, as: .cancelled)
            } else if campaign.settings.hasEnded(at: now.wall) {
                try finishPending(of: campaign, as: .expired)
            }
        }
        try withdrawCalls()
        try deliverWebhooks()
        try lookUpOverdueCalls()
        try reconcile()
        // A control command may have finished the last contact.
        try closeFinished(campaigns.map(\.id))
    }

    private func finishPending(of campaign: Campaign, as outcome: Outcome) throws {
        let most = EnginePolicy.contactsFinishedPerStep
        _ = try transaction.finishPending(of: campaign.id, as: outcome, limit: most)
    }

    /// Closes the given campaigns in which every contact has its outcome, and asks for their results.
    mutating func closeFinished(_ campaigns: some Sequence<CampaignID>) throws {
        for id in campaigns {
            guard let campaign = try transaction.campaign(id), campaign.state.isActive,
                campaign.progress[.finished] == campaign.progress.contacts
            else { continue }
            try close(campaign)
            memory.forget(id)
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

    /// Halts all campaigns: with wrong credentials, too low a balance or a wrong address none of them can dial.
    mutating func haltAll(because cause: HaltCause) throws {
        for campaign in try transaction.activeCampaigns() { try halt(campaign.id, because: cause) }
    }

    mutating func halt(_ id: CampaignID, because cause: HaltCause) throws {
        guard case .move = try transaction.apply(.halted(cause), to: id) else { return }
        let name = try campaignName(id)
        notify(.campaignHalted(name: name, reason: CampaignReason.halted(cause, campaign: name).sentence))
    }
}
