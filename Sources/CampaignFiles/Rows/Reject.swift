/// A row that cannot be called: one line of `rejects.csv` (docs/csv.md, "rejects.csv").
package struct Reject: Hashable, Sendable {
    /// The line on which the record begins, from 1.
    package var row: Int
    /// The name of the column with the problem; empty if the problem concerns the whole row.
    package var column: String
    /// At most 200 characters of the value.
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

    /// The beginning of a value, without NUL bytes.
    static func excerpt(_ value: String) -> String {
        let shown = value.prefix(200)
        let isWhole = shown.endIndex == value.endIndex
        return String(shown).replacing("\0", with: "\u{FFFD}") + (isWhole ? "" : "…")
    }
}
