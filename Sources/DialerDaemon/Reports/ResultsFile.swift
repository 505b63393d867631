package import CampaignFiles
import DialerCore
import DialerStore
import Glibc

/// `accepted/NAME/results.csv`: what is left of a campaign once it is archived.
package struct ResultsFile: Sendable {
    private let directory: String
    private let campaign: String
    package var path: String { directory + "/results.csv" }

    package init(campaign: String, in folder: CampaignFolder) {
        self.campaign = campaign
        directory = folder.acceptedPath(campaign: campaign)
    }

    /// Writes it, under another name first: nobody ever sees half a file. It is on disk when this returns.
    ///
    /// - Parameter isStopping: asked page by page; if so, `CancellationError` is thrown.
    func write(from store: Store, isStopping: () -> Bool = { false }) throws {
        guard let columns = try store.columns(ofCampaign: campaign) else { return }
        guard mkdir(directory, 0o750) == 0 || errno == EEXIST else { throw FolderError(path: directory, errno: errno) }
        let part = directory + "/.results.csv.part"
        let writer = try CSVWriter(path: part, header: ResultsTable.header(columns: columns))
        try store.forEachResult(ofCampaign: campaign) { page in
            if isStopping() { throw CancellationError() }
            for result in page { try writer.write(ResultsTable.fields(result)) }
        }
        try writer.finish()
        guard rename(part, path) == 0, Self.sync(directory) else { throw FolderError(path: directory, errno: errno) }
    }

    private static func sync(_ directory: String) -> Bool {
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return fsync(descriptor) == 0
    }
}
