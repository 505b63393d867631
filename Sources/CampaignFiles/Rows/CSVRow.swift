package import DialerCore

/// One record of a CSV after its header.
package enum CSVRow: Hashable, Sendable {
    case contact(ContactRow)
    case reject(Reject)
}

/// A row that can be dialled.
package struct ContactRow: Hashable, Sendable {
    /// The line on which the record begins, from 1.
    package var row: Int
    /// `to` as it stands in the file.
    package var typed: String
    package var destination: Destination
    /// From columns named like a make-call argument; an empty cell overrides nothing.
    package var overrides: CallArguments
    /// IANA names of the zones in which the number may lie, in order; none where it is not known.
    package var zones: [String]
    /// Every column but `to`, in the order of the file; as many as ``CampaignFile/columns``.
    package var values: [String]

    package init(
        row: Int,
        typed: String,
        destination: Destination,
        overrides: CallArguments = [:],
        zones: [String] = [],
        values: [String] = []
    ) {
        self.row = row
        self.typed = typed
        self.destination = destination
        self.overrides = overrides
        self.zones = zones
        self.values = values
    }
}

/// A row that cannot be dialled: one line of `rejects.csv`.
package struct Reject: Hashable, Sendable {
    /// The line on which the record begins, from 1.
    package var row: Int
    /// Empty when the whole row is to blame.
    package var column: String
    /// At most 200 characters of what stands there.
    package var value: String
    package var reason: String

    package init(row: Int, column: String, value: String, reason: String) {
        self.row = row
        self.column = column
        self.value = value
        self.reason = reason
    }

    package static let header = ["row", "column", "value", "reason"]

    package var fields: [String] { [String(row), column, value, reason] }

    /// What a report shows of a value: its beginning, without NUL bytes.
    static func excerpt(_ value: String) -> String {
        let shown = value.prefix(200)
        let isWhole = shown.endIndex == value.endIndex
        return String(shown).replacing("\0", with: "\u{FFFD}") + (isWhole ? "" : "…")
    }
}
