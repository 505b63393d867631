import CampaignFiles
import DialerCore
import DialerDaemon
import DialerStore
import Glibc

/// The results of a campaign of which its file is all that is left.
struct ArchivedResults {
    private static let chunkBytes = 256 << 10

    let file: ResultsFile
    let since: WallTime

    func print(_ format: ResultsCommand.Format, columns: [String]) throws {
        switch format {
        case .csv: try copy()
        case .json: try convert(columns: columns)
        }
    }

    private func copy() throws(Failure) {
        let descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw problem("cannot be read (\(String(cString: strerror(errno))))") }
        defer { close(descriptor) }
        var chunk = [UInt8](repeating: 0, count: Self.chunkBytes)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw problem("cannot be read (\(String(cString: strerror(errno))))") }
            guard count > 0 else { return }
            try Output.write(chunk[..<count])
        }
    }

    private func convert(columns: [String]) throws {
        let records: CSVRecords
        do throws(FileRefusal) {
            records = try CSVRecords(path: file.path)
            _ = try records.next()
        } catch {
            throw problem("cannot be read (\(error.problems.joined(separator: " ")))")
        }
        while let fields = try next(records) {
            guard let object = try ResultsTable.json(line: fields, columns: columns) else {
                throw problem("has been changed: its line of row \(fields.first ?? "") is none of dialerd's")
            }
            try Output.write(object + "\n")
        }
    }

    private func next(_ records: CSVRecords) throws(Failure) -> [String]? {
        do throws(FileRefusal) {
            return try records.next()
        } catch {
            throw problem("has been changed (\(error.problems.joined(separator: " ")))")
        }
    }

    private func problem(_ what: String) -> Failure {
        Failure("\(file.path) \(what): it is all that is left of a campaign that was archived \(since.rfc3339)")
    }
}
