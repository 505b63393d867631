import Glibc

/// The watched folder and its protocol (interface, section 3; `docs/csv.md`).
///
/// ```
/// campaigns/spring.csv, spring.yaml      dropped
/// accepted/.spring.importing/            rejects.csv, while the import runs; holds nothing of the user's
/// accepted/spring/                       spring.csv, spring.yaml, receipt.json, rejects.csv
/// rejected/spring/                       spring.csv, spring.yaml, problems.txt
/// ```
package struct CampaignFolder: Hashable, Sendable {
    package let path: String
    package var acceptedPath: String { path + "/accepted" }
    package var rejectedPath: String { path + "/rejected" }

    package init(path: String) {
        self.path = path
    }

    /// Makes the folder and its two sub-folders where they are missing, and checks that files can be moved between them.
    package func prepare() throws(FolderError) {
        try FileSystem.makeDirectory(path)
        for directory in [acceptedPath, rejectedPath] {
            try FileSystem.makeDirectory(directory)
            let probe = path + "/.probe-\(getpid()).tmp"
            let moved = directory + "/.probe.tmp"
            try FileSystem.removeTree(moved)
            try FileSystem.write([], to: probe)
            do throws(FolderError) {
                try FileSystem.move(probe, to: moved)
                try FileSystem.removeTree(moved)
            } catch {
                try? FileSystem.removeTree(probe)
                throw error
            }
        }
    }

    /// Removes what imports left behind that a crash cut off. Call it at start, after every committed campaign that was
    /// not yet filed has been accepted again.
    package func removeStaleStaging() throws(FolderError) {
        for name in try FileSystem.names(in: acceptedPath) {
            let name = String(decoding: name, as: UTF8.self)
            guard name.hasPrefix("."), name.hasSuffix(Self.stagingSuffix) else { continue }
            try FileSystem.removeTree(acceptedPath + "/" + name)
        }
    }

    /// Makes the place for an import's `rejects.csv`, empty even if there was one.
    ///
    /// - Returns: its path.
    package func stage(campaign: String) throws(FolderError) -> String {
        let staging = stagingPath(campaign)
        try FileSystem.removeTree(staging)
        try FileSystem.makeDirectory(staging)
        try FileSystem.sync(directory: acceptedPath)
        return staging
    }

    /// Gives up an import.
    package func unstage(campaign: String) throws(FolderError) {
        try FileSystem.removeTree(stagingPath(campaign))
    }

    /// The writer of `rejects.csv` in a staged campaign.
    package func rejectsWriter(campaign: String) throws(FolderError) -> CSVWriter {
        try CSVWriter(path: stagingPath(campaign) + "/rejects.csv", header: Reject.header)
    }

    /// The writer of a campaign's results, under a name that only ``CSVWriter/finish(as:)`` makes ``resultsPath(campaign:)``.
    /// The campaign's folder is made if somebody has removed it.
    package func resultsWriter(campaign: String, header: [String]) throws(FolderError) -> CSVWriter {
        let folder = acceptedPath(campaign: campaign)
        try FileSystem.makeDirectory(folder)
        return try CSVWriter(path: folder + "/.results.csv.part", header: header)
    }

    package func resultsPath(campaign: String) -> String { acceptedPath(campaign: campaign) + "/results.csv" }

    /// A campaign's name for a stem: the stem, or `stem-2`, … if that one is taken by a campaign.
    ///
    /// - Parameter isCampaign: whether a campaign of the name is known elsewhere.
    package func freeCampaignName(_ stem: String, isCampaign: (String) throws -> Bool) throws -> String {
        try CampaignName.free(stem) { try isCampaign($0) || FileSystem.exists(acceptedPath + "/" + $0) }
    }

    /// The campaigns that have a folder in `accepted/`, by name.
    package func acceptedCampaigns() throws(FolderError) -> [String] {
        guard try FileSystem.exists(acceptedPath) else { return [] }
        return try FileSystem.names(in: acceptedPath).map { String(decoding: $0, as: UTF8.self) }
            .filter { !$0.hasPrefix(".") }.sorted()
    }

    /// The folder of a campaign.
    package func acceptedPath(campaign: String) -> String { acceptedPath + "/" + campaign }

    /// Who writes a regular file of the folder.
    package func writers(ofFile name: String) -> FileWriters { FileWriters(path: filePath(name)) }

    package func filePath(_ name: String) -> String { path + "/" + name }

    static let stagingSuffix = ".importing"

    func stagingPath(_ campaign: String) -> String { acceptedPath + "/." + campaign + Self.stagingSuffix }
}
