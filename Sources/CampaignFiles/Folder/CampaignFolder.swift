import Glibc

/// The watched folder (docs/csv.md, "When a file is taken").
///
/// ```
/// campaigns/spring.csv, spring.yaml      written by users
/// accepted/.spring.importing/            rejects.csv, while the import runs; no files of users
/// accepted/spring/                       spring.csv, spring.yaml, receipt.json, rejects.csv, results.csv
/// rejected/spring/                       spring.csv, spring.yaml, problems.txt
/// ```
package struct CampaignFolder: Hashable, Sendable {
    package let path: String
    package var acceptedPath: String { path + "/accepted" }
    package var rejectedPath: String { path + "/rejected" }

    package init(path: String) {
        self.path = path
    }

    /// Creates the folder and its two subfolders unless they exist, and checks that files can be moved between them.
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

    /// Removes the staging folders of imports that a crash has interrupted. Call it at start, after
    /// ``accept(csv:settings:receipt:)`` for every committed campaign whose files have not been moved yet.
    package func removeStaleStaging() throws(FolderError) {
        for name in try FileSystem.names(in: acceptedPath) {
            let name = String(decoding: name, as: UTF8.self)
            guard name.hasPrefix("."), name.hasSuffix(Self.stagingSuffix) else { continue }
            try FileSystem.removeTree(acceptedPath + "/" + name)
        }
    }

    /// Creates the staging folder of an import, for its `rejects.csv`, and empties an existing one.
    package func stage(campaign: String) throws(FolderError) {
        let staging = stagingPath(campaign)
        try FileSystem.removeTree(staging)
        try FileSystem.makeDirectory(staging)
        try FileSystem.sync(directory: acceptedPath)
    }

    /// Removes the staging folder of a failed import.
    package func unstage(campaign: String) throws(FolderError) {
        try FileSystem.removeTree(stagingPath(campaign))
    }

    /// A writer for `rejects.csv` in the staging folder.
    package func rejectsWriter(campaign: String) throws(FolderError) -> CSVWriter {
        try CSVWriter(path: stagingPath(campaign) + "/rejects.csv", header: Reject.header)
    }

    /// A writer for a campaign's results, under a temporary name: finish it with ``CSVWriter/finish(as:)`` as
    /// ``resultsPath(campaign:)``. Creates the campaign's folder again if a user has removed it.
    package func resultsWriter(campaign: String, header: [String]) throws(FolderError) -> CSVWriter {
        let folder = acceptedPath(campaign: campaign)
        try FileSystem.makeDirectory(folder)
        return try CSVWriter(path: folder + "/.results.csv.part", header: header)
    }

    package func resultsPath(campaign: String) -> String { acceptedPath(campaign: campaign) + "/results.csv" }

    /// The name for a new campaign: the stem, or `stem-2`, `stem-3`, … if a campaign has that name.
    ///
    /// - Parameter isCampaign: whether the database has a campaign with the given name. `accepted/` is searched as
    ///   well.
    package func freeCampaignName(_ stem: String, isCampaign: (String) throws -> Bool) throws -> String {
        try CampaignName.free(stem) { try isCampaign($0) || FileSystem.exists(acceptedPath + "/" + $0) }
    }

    /// The names of the campaigns that have a folder in `accepted/`, sorted.
    package func acceptedCampaigns() throws(FolderError) -> [String] {
        guard try FileSystem.exists(acceptedPath) else { return [] }
        return try FileSystem.names(in: acceptedPath).map { String(decoding: $0, as: UTF8.self) }
            .filter { !$0.hasPrefix(".") }.sorted()
    }

    /// The path of an accepted campaign's folder.
    package func acceptedPath(campaign: String) -> String { acceptedPath + "/" + campaign }

    /// Whether a regular file of the folder is open for writing.
    package func writers(ofFile name: String) -> FileWriters { FileWriters(path: filePath(name)) }

    package func filePath(_ name: String) -> String { path + "/" + name }

    static let stagingSuffix = ".importing"

    func stagingPath(_ campaign: String) -> String { acceptedPath + "/." + campaign + Self.stagingSuffix }
}
