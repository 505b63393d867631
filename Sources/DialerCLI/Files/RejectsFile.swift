import CampaignFiles
import Foundation

/// The file that `--rejects` names.
enum RejectsFile {
    /// - Throws: ``Failure`` if the path has a file that is not a list of rejects: only such lists are overwritten.
    static func writer(_ path: String) throws -> CSVWriter {
        let header = Data(CSVWriter.line(Reject.header).utf8)
        if let file = FileHandle(forReadingAtPath: path) {
            let beginning = try file.read(upToCount: header.count) ?? Data()
            guard beginning.isEmpty || beginning == header else {
                throw Failure(
                    "\(path) exists and is no list of rejects: name another file for --rejects",
                    code: .usage
                )
            }
        }
        do throws(FolderError) {
            return try CSVWriter(path: path, header: Reject.header)
        } catch {
            throw Failure("\(path) cannot be written: for --rejects, name a file in a folder that you may write to")
        }
    }
}
