package import DialerCore
package import DialerStore

extension Store {
    /// Imports a whole campaign.
    ///
    /// - Parameter contacts: of the sample contacts, by their indices.
    @discardableResult
    package func importCampaign(
        _ campaign: NewCampaign = .sample(),
        contacts: Range<Int>,
        overrides: (Int) -> CallArguments = { _ in [:] },
        zones: (Int) -> [String] = { _ in [] },
        at now: WallTime = .sample
    ) throws -> Importer {
        let importer = try Importer(campaign, store: self, at: now)
        try importer.add(contacts.map { .sample($0, overrides: overrides($0), zones: zones($0)) })
        try importer.commit(rows: contacts.count, rejected: 0, at: now)
        return importer
    }

    /// How many rows are left of a campaign's results.
    package func resultCount(ofCampaign name: String) throws -> Int {
        var count = 0
        try forEachResult(ofCampaign: name) { count += $0.count }
        return count
    }

    /// The end of a campaign that has nobody left to call, with its results and its files where they belong.
    package func finish(_ campaign: CampaignID, at now: WallTime) throws {
        try write { transaction in
            try transaction.apply(.finished(at: now), to: campaign)
            try transaction.markExported(campaign)
        }
        try markFiled(campaign)
    }
}
