import DialerCore
import DialerStore
import DialerTestSupport

/// Campaigns that are over, and their archiving without pauses.
extension Scratch {
    /// A campaign of which every contact was called as often as `calls` says, a minute apart, and is busy.
    @discardableResult
    func finishedCampaign(
        _ name: String = "spring",
        contacts: Int,
        calls: Int = 1,
        in store: Store,
        overrides: Bool = false
    ) throws -> CampaignID {
        let importer = try store.importCampaign(
            .sample(name),
            contacts: 0..<contacts,
            overrides: { overrides ? [.callerName: .text("\($0)")] : [:] },
            at: now
        )
        for round in 0..<calls {
            try call(importer.campaign, count: contacts, in: store, at: now + .seconds(60 * round)) { attempt in
                attempt.state = .ended
                // Pending again, but for the last.
                attempt.outcome = round == calls - 1 ? .busy : nil
                attempt.causeCode = 3010
            }
        }
        try store.finish(importer.campaign, at: now + .seconds(60 * calls))
        return importer.campaign
    }

    var muchLater: WallTime { now + .seconds(100 * 86_400) }

    /// Marks every campaign that may be archived.
    @discardableResult
    func archive(in store: Store, at instant: WallTime? = nil) throws -> [String] {
        let instant = instant ?? muchLater
        let before = instant - .seconds(90 * 86_400)
        return try store.archivableCampaigns(endedBefore: before).map { campaign in
            guard try store.archive(campaign.id, endedBefore: before, at: instant) else {
                return "not \(campaign.name)"
            }
            return campaign.name
        }
    }

    /// - Returns: in how many slices.
    @discardableResult
    func removeArchived(in store: Store, limit: Int = 1000) throws -> Int {
        var slices = 0
        while try store.removeArchivedRows(limit: limit, at: muchLater) { slices += 1 }
        return slices
    }
}
