import CampaignFiles
package import DialerCore
package import DialerDaemon
import Glibc

/// The results of an archived campaign, read from its `results.csv` because its contacts are no longer in the database.
package struct ArchivedResults {
    private static let chunkBytes = 256 << 10

    private let file: ResultsFile
    private let archivedAt: WallTime

    package init(_ file: ResultsFile, archivedAt: WallTime) {
        self.file = file
        self.archivedAt = archivedAt
    }

    /// Prints the file unchanged.
    func printCSV() throws(Failure) {
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

    /// Makes a JSON object of each line of the file, with its line end.
    ///
    /// - Parameter ownColumns: the names of the campaign's own columns.
    /// - Throws: ``Failure`` if the file cannot be read or has been changed, or the error of `body`.
    package func forEachJSONLine(ownColumns: [String], _ body: (String) throws -> Void) throws {
        let records: CSVRecords
        let header: [String]
        do throws(FileRefusal) {
            records = try CSVRecords(path: file.path)
            header = try records.next() ?? []
        } catch {
            throw problem("cannot be read (\(error.problems.joined(separator: " ")))")
        }
        do {
            let document = try ResultsDocument(header: header, ownColumns: ownColumns)
            while let fields = try records.next() { try body(document.line(fields)) }
        } catch let mismatch as ResultsDocument.Mismatch {
            throw problem("has been changed: \(mismatch.reason)")
        } catch let refusal as FileRefusal {
            throw problem("has been changed (\(refusal.problems.joined(separator: " ")))")
        }
    }

    private func problem(_ what: String) -> Failure {
        Failure(
            "\(file.path) \(what); the campaign was archived \(archivedAt.rfc3339), and nothing else has its results: "
                + "restore the file from a backup"
        )
    }
}
