import CampaignFiles
import DialerCore
import DialerDaemon
import DialerStore
import Glibc
import Settings

/// Reads a campaign's files as the import does, and reports what the import would do, without importing anything.
struct CampaignCheck {
    let configuration: Configuration
    let store: Store?
    let sources: CampaignSources

    /// - Parameter store: nil if there is no database.
    init(_ configuration: Configuration, store: Store?) {
        self.configuration = configuration
        self.store = store
        sources = CampaignSources(configuration: configuration)
    }

    /// - Parameters:
    ///   - csv: the path of the CSV.
    ///   - settingsFile: the path of the settings; with nil, they are looked for beside the CSV.
    ///   - rate: the cost of one call; with nil, the average of past calls is used.
    ///   - rejected: called with each reject, in the order of the file.
    /// - Throws: `FolderError`, `StoreError`, or the error of `rejected`. Problems of the campaign's files are in the
    ///   report.
    func report(
        on csv: String,
        settings settingsFile: String?,
        rate: Cost?,
        at now: WallTime,
        rejected: (Reject) throws -> Void
    ) throws -> CheckReport {
        var report = CheckReport(file: csv, hasDatabase: store != nil)
        do {
            let entry = try entry(csv, takesSettings: settingsFile == nil)
            let directory = csv.lastIndex(of: "/").map { csv[...$0] } ?? ""
            report.settingsFile = settingsFile ?? entry.settings.map { directory + $0.name }
            report.campaign = try CampaignFolder(path: configuration.campaignDirectory)
                .freeCampaignName(entry.name) { try store?.hasCampaign(named: $0) ?? false }
            let settings = try sources.settings(at: report.settingsFile, followLinks: true)
            report.settings = settings.settings
            report.missingSettings = settings.missing
            let file = try sources.csv(at: csv, settings.settings)
            report.content = file
            report.importedAs = try store?.campaign(ofFile: file.sha256)
            let known = report.importedAs
            if let refusal = CampaignSources.refusal(ofContentKnownAs: known, settings.settings, name: entry.name) {
                report.problems.append(refusal)
            }
            let tally = try tally(file, settings.settings, rejected: rejected)
            report.rows = tally
            report.firstRequest = firstRequest(to: tally.firstContacts, settings.settings)
            report.outlook = try outlook(tally.calls, settings.settings, rate: rate, at: now)
        } catch let refusal as FileRefusal {
            report.problems += refusal.problems
        } catch let change as CampaignFileChanged {
            report.problems.append(change.description)
        }
        return report
    }

    /// The CSV and its settings as an entry of the watched folder.
    private func entry(_ csv: String, takesSettings: Bool) throws -> FolderEntry {
        let slash = csv.lastIndex(of: "/")
        let name = slash.map { String(csv[csv.index(after: $0)...]) } ?? csv
        let folder = CampaignFolder(path: slash.map { String(csv[...$0]) } ?? ".")
        guard let entry = try folder.entry(ofCSV: name, takesSettings: takesSettings) else {
            var status = stat()
            guard lstat(csv, &status) == 0 else { throw Failure("\(csv) does not exist") }
            throw FileRefusal("\(csv) would be ignored in the watched folder: give it a name that ends in .csv.")
        }
        guard entry.problems.isEmpty else { throw FileRefusal(entry.problems) }
        return entry
    }

    private func tally(
        _ file: CampaignFile,
        _ settings: CampaignSettings,
        rejected: (Reject) throws -> Void
    ) throws -> RowTally {
        var tally = RowTally(settings)
        while true {
            let slice = try file.next(limit: Importer.sliceSize)
            guard !slice.isEmpty else { break }
            var contacts: [ContactRow] = []
            for row in slice {
                switch row {
                case .contact(let contact): contacts.append(contact)
                case .reject(let reject):
                    tally.addReject(reject)
                    try rejected(reject)
                }
            }
            contacts = tally.addContacts(contacts)
            tally.addCalls(to: contacts, except: Set(try store?.doNotCall(among: contacts.map(\.destination)) ?? []))
        }
        try file.finish()
        return tally
    }
}
