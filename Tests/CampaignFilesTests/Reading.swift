import CampaignFiles
import DialerCore
import TestSupport

/// All rows of a CSV.
struct Reading: Equatable {
    var columns: [String] = []
    var rows: [CSVRow] = []

    init(
        _ bytes: some Sequence<UInt8>,
        callerIDs: [String] = [],
        limits: CSVLimits = CSVLimits(),
        slice: Int = 7,
        folder: TemporaryFolder? = nil
    ) throws {
        let folder = try folder ?? TemporaryFolder()
        let file = try CampaignFile(path: folder.write(bytes), callerIDs: callerIDs, limits: limits)
        columns = file.columns
        while true {
            let next = try file.next(limit: slice)
            if next.isEmpty { break }
            rows += next
        }
        try file.finish()
    }

    init(_ text: String, callerIDs: [String] = [], limits: CSVLimits = CSVLimits(), folder: TemporaryFolder? = nil)
        throws
    {
        try self.init(text.utf8, callerIDs: callerIDs, limits: limits, folder: folder)
    }

    /// The sentences of a file that must be refused.
    static func refusal(_ bytes: some Sequence<UInt8>) throws -> [String] {
        do {
            _ = try Reading(bytes)
            return []
        } catch let refusal as FileRefusal {
            return refusal.problems
        }
    }

    var contacts: [ContactRow] {
        rows.compactMap { if case .contact(let contact) = $0 { contact } else { nil } }
    }

    var rejects: [Reject] {
        rows.compactMap { if case .reject(let reject) = $0 { reject } else { nil } }
    }

    /// Each row in short: `2 14155550100 Ann|Berlin` or `3 ! the number is empty`.
    var summary: [String] {
        rows.map { row in
            switch row {
            case .contact(let contact):
                "\(contact.row) \(contact.destination.text) \(contact.values.joined(separator: "|"))"
            case .reject(let reject): "\(reject.row) ! \(reject.reason)"
            }
        }
    }
}
