package import CampaignFiles
package import DialerCore
package import DialerStore
package import Settings

/// Rehearses an import: reads and judges what the import would, and keeps nothing of it.
package struct CampaignCheck {
    let configuration: Configuration
    let store: Store?
    let sources: CampaignSources

    /// - Parameter store: nil when there is no database yet.
    package init(_ configuration: Configuration, store: Store?) {
        self.configuration = configuration
        self.store = store
        sources = CampaignSources(configuration: configuration)
    }

    /// - Parameters:
    ///   - csv: a path.
    ///   - settings: a path; nil: what lies beside the CSV.
    ///   - rate: what a call costs; nil: as past calls did.
    ///   - rejected: told of each reject, in the order of the file.
    /// - Throws: ``FolderError``, ``StoreError``, or what `rejected` throws. What is wrong with the campaign's files
    ///   stands in the report.
    package func report(
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
            report.content = try content(file)
            let known = report.content?.knownAs
            if let refusal = CampaignSources.refusal(ofContentKnownAs: known, settings.settings, name: entry.name) {
                report.problems.append(refusal)
            }
            let tally = try tally(file, settings.settings, rejected: rejected)
            report.rows = CheckReport.Rows(tally)
            report.firstRequest = firstRequest(to: tally.firstContacts, settings.settings)
            report.outlook = try outlook(tally.calls, settings.settings, rate: rate, at: now)
        } catch let refusal as FileRefusal {
            report.problems += refusal.problems
        } catch let change as CampaignFileChanged {
            report.problems.append(change.description)
        }
        return report
    }

    /// What the watched folder would see of the file.
    private func entry(_ csv: String, takesSettings: Bool) throws -> FolderEntry {
        let slash = csv.lastIndex(of: "/")
        let name = slash.map { String(csv[csv.index(after: $0)...]) } ?? csv
        let folder = CampaignFolder(path: slash.map { String(csv[...$0]) } ?? ".")
        guard let entry = try folder.entry(ofCSV: name, takesSettings: takesSettings) else {
            throw FileRefusal(
                name.lowercased().hasSuffix(".csv") && !name.hasPrefix(".")
                    ? "\(csv) does not exist."
                    : "\(csv) would be passed over in the watched folder: give it a name that ends in .csv."
            )
        }
        guard entry.problems.isEmpty else { throw FileRefusal(entry.problems) }
        return entry
    }

    private func content(_ file: CampaignFile) throws -> CheckReport.Content {
        CheckReport.Content(
            sha256: file.sha256,
            encoding: file.encoding,
            delimiter: file.delimiter,
            columns: file.columns,
            knownAs: try store?.campaign(ofFile: file.sha256)
        )
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
                    tally.reject(reject)
                    try rejected(reject)
                }
            }
            contacts = tally.admit(contacts)
            tally.call(contacts, except: Set(try store?.doNotCall(among: contacts.map(\.destination)) ?? []))
        }
        try file.finish()
        return tally
    }
}

extension CheckReport.Rows {
    fileprivate init(_ tally: RowTally) {
        counts = tally.counts
        firstRejects = tally.firstRejects
        zones = tally.calls.map { CheckReport.ZoneCount(zones: $0.key, calls: $0.value) }
            .sorted { $0.calls == $1.calls ? $0.zones.lexicographicallyPrecedes($1.zones) : $0.calls > $1.calls }
    }
}
