import CampaignFiles
import DialerCore
import DialerStore
import Logging

/// Makes a campaign of one entry of the watched folder, or refuses it. The folder, the files and the database each
/// do their part; this is the order in which they do it:
///
/// 1. read the settings and open the CSV; refuse the pair if either is bad;
/// 2. stage `rejects.csv`, and import slice by slice, invisibly;
/// 3. commit: from here on it is a campaign, whatever happens;
/// 4. file the CSV, the settings and the receipt away; note that this is done.
///
/// After a crash before 3 nothing is left but a file in the folder; after a crash behind it, ``finishFiling()`` does 4.
struct CampaignIntake: Sendable {
    let folder: CampaignFolder
    let store: Store
    let configuration: LiveConfiguration
    let logger: Logger
    /// Asked between slices: a stop must not wait for a large file.
    let isStopping: @Sendable () -> Bool

    enum Result: Equatable {
        case imported
        case refused
        /// Nothing is wrong, but it cannot be a campaign yet: "waits for …".
        case waiting(String)
        case stopped
    }

    /// What the last process has left half done. Before the first ``take(_:)``.
    func recover() throws {
        let broken = try store.removeBrokenImports()
        if broken > 0 { logger.notice("imports that were cut off begin anew", metadata: ["imports": "\(broken)"]) }
        for campaign in try store.unfiledCampaigns() { try file(campaign) }
        try folder.removeStaleStaging()
    }

    /// - Throws: ``FolderError``, ``StoreError``; the entry is still in the folder then.
    func take(_ entry: FolderEntry) throws -> Result {
        guard let csv = entry.csv, entry.problems.isEmpty else { return try refuse(entry, entry.problems) }
        let sources = CampaignSources(configuration: configuration.current)
        let settings: CampaignSources.SettingsFile
        let file: CampaignFile
        do throws(FileRefusal) {
            settings = try sources.settings(at: (entry.settings?.name).map(folder.filePath), followLinks: false)
            guard settings.missing.isEmpty else {
                return .waiting("\(settings.missing.joined(separator: " and ")) in \(entry.name).yaml or in defaults")
            }
            file = try sources.csv(at: folder.filePath(csv.name), settings.settings)
        } catch {
            return try refuse(entry, error.problems)
        }
        let known = try store.campaign(ofFile: file.sha256)
        if let refusal = CampaignSources.refusal(ofContentKnownAs: known, settings.settings, name: entry.name) {
            return try refuse(entry, [refusal])
        }
        return try importFile(file, settings: settings, entry: entry, csv: csv)
    }

    /// Files away every campaign that is committed and whose files are still in the folder.
    func finishFiling() throws {
        for campaign in try store.unfiledCampaigns() { try file(campaign) }
    }

    private func importFile(
        _ file: CampaignFile,
        settings: CampaignSources.SettingsFile,
        entry: FolderEntry,
        csv: FolderEntry.File
    ) throws -> Result {
        // One import runs at a time: whatever else is half imported has failed and could not be removed then.
        _ = try store.removeBrokenImports()
        let name = try folder.freeCampaignName(entry.name) { try store.hasCampaign(named: $0) }
        try folder.stage(campaign: name)
        let rejects = try folder.rejectsWriter(campaign: name)
        let new = NewCampaign(
            name: name,
            settings: settings.settings,
            columns: file.columns,
            fileName: csv.name,
            settingsFileName: entry.settings?.name,
            fileSHA256: file.sha256,
            settingsSHA256: settings.sha256
        )
        logger.info("import begins", metadata: ["campaign": "\(name)", "file": "\(csv.name)"])
        let importer = try Importer(new, store: store, at: SystemClock.wall)
        let counts: (rows: Int, rejected: Int)
        do {
            guard let copied = try copyRows(of: file, into: importer, rejects: rejects) else { return .stopped }
            counts = copied
            try file.finish()
            try rejects.finish()
            try importer.commit(rows: counts.rows, rejected: counts.rejected, at: SystemClock.wall)
        } catch {
            try importer.abandon()
            try folder.unstage(campaign: name)
            guard let refusal = error as? FileRefusal else { throw error }
            return try refuse(entry, refusal.problems)
        }
        logger.info(
            "campaign imported",
            metadata: [
                "campaign": "\(name)", "contacts": "\(importer.contacts)", "duplicates": "\(importer.duplicates)",
                "rejected": "\(counts.rejected)",
            ]
        )
        try finishFiling()
        return .imported
    }

    /// Nil when the daemon is stopping; what has been written is removed at the next start.
    private func copyRows(
        of file: CampaignFile,
        into importer: Importer,
        rejects: CSVWriter
    ) throws -> (rows: Int, rejected: Int)? {
        var rows = 0
        var rejected = 0
        while true {
            if isStopping() { return nil }
            let slice = try file.next(limit: Importer.sliceSize)
            guard !slice.isEmpty else { return (rows, rejected) }
            rows += slice.count
            var contacts: [NewContact] = []
            contacts.reserveCapacity(slice.count)
            for row in slice {
                switch row {
                case .contact(let contact): contacts.append(NewContact(contact))
                case .reject(let reject):
                    rejected += 1
                    try rejects.write(reject.fields)
                }
            }
            try importer.add(contacts)
        }
    }

    private func refuse(_ entry: FolderEntry, _ problems: [String]) throws -> Result {
        let place = try folder.refuse(entry, problems: problems)
        logger.warning(
            "file refused",
            metadata: ["file": "\(entry.name)", "reason": "\(problems.first ?? "")", "see": "\(place)"]
        )
        return .refused
    }

    private func file(_ campaign: UnfiledCampaign) throws {
        let receipt = Receipt(
            campaign: campaign.name,
            fileSHA256: campaign.counts.fileSHA256,
            rows: campaign.counts.rows,
            contacts: campaign.counts.contacts,
            rejected: campaign.counts.rejected,
            duplicates: campaign.counts.duplicates,
            suppressed: campaign.counts.suppressed
        )
        let filing = CampaignFolder.Filing(csvName: campaign.fileName, settingsName: campaign.settingsFileName)
        try folder.accept(filing, receipt: receipt)
        try store.markFiled(campaign.id)
    }
}

extension NewContact {
    fileprivate init(_ row: ContactRow) {
        self.init(
            destination: row.destination,
            row: row.row,
            typed: row.typed,
            overrides: row.overrides,
            zones: row.zones,
            values: row.values
        )
    }
}
