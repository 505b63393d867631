import DialerCore
import DialerStore

/// What `restore` prints.
enum RestoreText {
    /// `2026-11-22 03:00 UTC`.
    static func minute(_ moment: WallTime) -> String {
        moment.rfc3339.prefix(16).replacing("T", with: " ") + " UTC"
    }

    static func objection(_ losses: BackupLosses, database: String, backup: String) -> String {
        let parts = [
            (losses.attempts, "call"), (losses.ends, "outcome"), (losses.doNotCall, "do-not-call entry"),
            (losses.campaigns, "campaign"),
        ]
        .filter { $0.0 > 0 }.map { pluralized($0.0, $0.1) }
        let since = losses.since.map { ", since \(minute($0))" } ?? ""
        return "\(database) has what \(backup) lacks\(since): \(parts.joined(separator: ", ")); "
            + "contacts called since then would be called again: to restore the backup nevertheless, add --force"
    }

    static func objection(toReplacingUnknown database: String, because error: StoreError, backup: String) -> String {
        let why =
            switch error {
            case .damaged(_, let detail), .failed(_, let detail): detail
            default: "\(error)"
            }
        return "\(database) cannot be compared with \(backup) (\(why)), so that it is not known which calls would be "
            + "forgotten: to replace it nevertheless, add --force"
    }

    static func objection(toForgettingTheLogOf database: String) -> String {
        "\(database) is gone, but its log \(DatabaseFiles(database).log) exists, with calls that the backup may lack: "
            + "put the database back if you can; to go on without them, add --force"
    }

    static func done(_ outcome: Restoration.Outcome, file: String, madeAt: WallTime?, database: String) -> [String] {
        var lines = ["\(file), a backup of \(madeAt.map(minute) ?? "an unknown time"), is restored to \(database)"]
        if let aside = outcome.aside { lines.append("the replaced database is \(aside)") }
        if !outcome.halted.isEmpty {
            lines.append(
                "halted: \(outcome.halted.joined(separator: ", ")); docs/operating.md says what to do before "
                    + "dialerd resume NAME"
            )
        }
        return lines
    }

    /// About campaigns that were imported after the backup was made.
    static func unknown(_ campaigns: [String], in folder: String) -> String {
        "\(folder) has campaigns that the backup does not know, and that do not go on: "
            + campaigns.joined(separator: ", ")
    }
}
