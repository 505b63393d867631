import DialerCore
import DialerStore
import DialerTestSupport

/// Finished campaigns and their archiving.
extension Scratch {
    /// Makes a campaign in which every contact was called `calls` times, a minute apart, and was busy.
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
                // Only the last call finishes the contact.
                attempt.outcome = round == calls - 1 ? .busy : nil
                attempt.causeCode = 3010
            }
        }
        try store.finish(importer.campaign, at: now + .seconds(60 * calls))
        return importer.campaign
    }

    var muchLater: WallTime { now + .seconds(100 * 86_400) }

    /// Archives every campaign that can be archived.
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

    /// - Returns: the number of slices.
    @discardableResult
    func removeArchived(in store: Store, limit: Int = 1000) throws -> Int {
        var slices = 0
        while try store.removeArchivedRows(limit: limit, at: muchLater) { slices += 1 }
        return slices
    }
}
