import DialerCore
package import DialerStore

/// The columns of `results.csv` and of `dialerd results`, in their order (docs/cli.md, "Results").
package enum ResultsTable {
    /// The columns before those of the campaign's own CSV. Their names and their number are fixed: readers find the
    /// campaign's own columns by them.
    package static let leading: [ResultsColumn] = [
        .integer("row") { $0.row },
        .text("to") { $0.typed },
    ]

    /// The columns behind those of the campaign's own CSV. A new column is one line at the end.
    package static let trailing: [ResultsColumn] = [
        .text("outcome") { $0.outcome?.rawValue },
        .integer("attempts") { $0.attempts },
        .text("answered_at") { $0.answeredAt?.rfc3339 },
        .text("ended_at") { $0.endedAt?.rfc3339 },
        .integer("duration_s") { $0.durationSeconds },
        .integer("hangup_cause_code") { $0.causeCode },
        .text("hangup_cause_name") { $0.causeName },
        .text("hangup_source") { $0.hangupSource },
        .flag("machine") { $0.isMachine },
        .text("call_uuid") { $0.callUUID?.text },
        .text("cost") { $0.cost.text },
    ]

    /// - Parameter ownColumns: the names of the columns of the campaign's CSV, without the destination's.
    package static func header(ownColumns: [String]) -> [String] {
        leading.map(\.name) + ownColumns + trailing.map(\.name)
    }

    package static func fields(_ result: ContactResult) -> [String] {
        leading.map { $0.field(result) } + result.values + trailing.map { $0.field(result) }
    }
}
