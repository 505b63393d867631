import DialerStore

/// Writes `status`: a table on a terminal, and one line for each campaign into a pipe or a file.
struct StatusScreen {
    /// How many lines the last table has.
    private var height = 0

    func show(_ report: StatusReport) throws(Failure) {
        try Output.write(Output.isTerminal ? Self.table(report).text() : StatusLines(report).text)
    }

    /// Writes a report over the previous report; in a pipe or a file, after it.
    mutating func redraw(_ report: StatusReport) throws(Failure) {
        guard Output.isTerminal else { return try show(report) }
        let text = Self.table(report).text(height: Output.height)
        let up = height > 0 ? "\u{1B}[\(height)A" : ""
        try Output.write(up + "\u{1B}[J" + text)
        height = text.count { $0 == "\n" }
    }

    private static func table(_ report: StatusReport) -> StatusTable {
        StatusTable(report, width: Output.width)
    }
}
