import CampaignFiles
import Foundation

/// The file that `--rejects` names.
enum RejectsFile {
    /// Nothing is overwritten but what an earlier command has written.
    static func writer(_ path: String) throws -> CSVWriter {
        let header = Data(CSVWriter.line(Reject.header).utf8)
        if let file = FileHandle(forReadingAtPath: path) {
            let beginning = try file.read(upToCount: header.count) ?? Data()
            guard beginning.isEmpty || beginning == header else {
                throw Failure("\(path) is there and no list of rejects: name another file for --rejects", code: .usage)
            }
        }
        do throws(FolderError) {
            return try CSVWriter(path: path, header: Reject.header)
        } catch {
            throw Failure("\(path) cannot be written: name a file in a folder of yours for --rejects")
        }
    }
}
