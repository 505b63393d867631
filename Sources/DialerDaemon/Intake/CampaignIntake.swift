import CampaignFiles
import DialerCore
import DialerStore
import Logging

/// Imports an entry of the watched folder as a campaign, or refuses it, in this order:
///
/// 1. It reads the settings and opens the CSV, and refuses both files if either has a problem.
/// 2. It stages `rejects.csv`, and imports the rows slice by slice. The campaign is invisible meanwhile.
/// 3. It commits: the campaign exists.
/// 4. It moves the CSV and the settings to `accepted/`, with the receipt, and records the move in the database.
///
/// After a crash before step 3 the files are still in the folder; after a crash later on, ``finishFiling()`` repeats
/// step 4.
struct CampaignIntake: Sendable {
    let folder: CampaignFolder
    let store: Store
    let configuration: LiveConfiguration
    let logger: Logger
    /// Called between slices, because a stop must not wait for a large file.
    let isStopping: @Sendable () -> Bool

    enum Result: Equatable {
        case imported
        case refused
        /// The entry has no problem, but something is missing: "waits for …".
        case waiting(String)
        case stopped
    }

    /// Completes or removes the unfinished imports of the previous process. Call it before the first ``take(_:)``.
    func recover() throws {
        let broken = try store.removeBrokenImports()
        if broken > 0 { logger.notice("interrupted imports start again", metadata: ["imports": "\(broken)"]) }
        try finishFiling()
        try folder.removeStaleStaging()
    }

    /// - Throws: ``FolderError``, ``StoreError``. The entry is then still in the folder, or its campaign is committed.
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

    /// Moves the files of every committed campaign that are still in the folder.
    private func finishFiling() throws {
        for campaign in try store.unfiledCampaigns() {
            try folder.accept(csv: campaign.fileName, settings: campaign.settingsFileName, receipt: campaign.receipt)
            try store.markFiled(campaign.id)
        }
    }

    private func importFile(
        _ file: CampaignFile,
        settings: CampaignSources.SettingsFile,
        entry: FolderEntry,
        csv: FolderEntry.File
    ) throws -> Result {
        // Imports run one at a time, so every other incomplete import has failed and could not be removed at that time.
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
        let isEmpty = importer.contacts == 0 && counts.rejected > 0
        logger.log(
            level: isEmpty ? .warning : .info,
            isEmpty ? "campaign imported without a contact: every row is a reject" : "campaign imported",
            metadata: [
                "campaign": "\(name)", "contacts": "\(importer.contacts)", "duplicates": "\(importer.duplicates)",
                "rejected": "\(counts.rejected)",
            ]
        )
        try finishFiling()
        return .imported
    }

    /// - Returns: nil if the daemon is stopping. The next start removes the rows written so far.
    private func copyRows(
        of file: CampaignFile,
        into importer: Importer,
        rejects: CSVWriter
    ) throws -> (rows: Int, rejected: Int)? {
        var (rows, rejected) = (0, 0)
        while true {
            if isStopping() { return nil }
            let slice = try file.next(limit: Importer.sliceSize)
            guard !slice.isEmpty else { return (rows, rejected) }
            rows += slice.count
            var contacts: [ContactRow] = []
            contacts.reserveCapacity(slice.count)
            for row in slice {
                switch row {
                case .contact(let contact): contacts.append(contact)
                case .reject(let reject):
                    rejected += 1
                    try rejects.write(reject.fields)
                }
            }
            try importer.add(contacts)
        }
    }

    private func refuse(_ entry: FolderEntry, _ problems: [String]) throws -> Result {
        let rejected = try folder.refuse(entry, problems: problems)
        logger.warning(
            "file refused",
            metadata: ["file": "\(entry.name)", "reason": "\(problems.first ?? "")", "see": "\(rejected)"]
        )
        return .refused
    }
}
