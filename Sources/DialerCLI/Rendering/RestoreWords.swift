import DialerCore
import DialerStore

/// What `restore` says.
enum RestoreWords {
    /// `2026-11-22 03:00 UTC`.
    static func minute(_ moment: WallTime) -> String {
        moment.rfc3339.prefix(16).replacing("T", with: " ") + " UTC"
    }

    static func objection(_ losses: BackupLosses, database: String, backup: String) -> String {
        let parts = [
            (losses.attempts, "call"), (losses.ends, "outcome"), (losses.doNotCall, "do-not-call entry"),
            (losses.campaigns, "campaign"),
        ]
        .filter { $0.0 > 0 }.map { $0.0 == 1 ? "1 \($0.1)" : "\($0.0) \(plural($0.1))" }
        let since = losses.since.map { ", since \(minute($0))" } ?? ""
        return "\(database) has what \(backup) lacks\(since): \(parts.joined(separator: ", ")); "
            + "whoever was called since then would be called again: to restore it all the same, add --force"
    }

    static func objection(toReplacingUnknown database: String, because error: StoreError, backup: String) -> String {
        let why =
            switch error {
            case .damaged(_, let detail), .failed(_, let detail): detail
            default: "\(error)"
            }
        return "\(database) cannot be compared with \(backup) (\(why)), so that nobody can tell which calls would be "
            + "forgotten: to replace it all the same, add --force"
    }

    static func objection(toForgettingTheLogOf database: String) -> String {
        "\(database) is gone, but its log \(DatabaseFiles(database).log) is there, with calls that no backup may have: "
            + "put the database back if you can; to go on without them, add --force"
    }

    static func done(_ outcome: Restoration.Outcome, file: String, madeAt: WallTime?, database: String) -> [String] {
        var lines = ["\(file), a backup of \(madeAt.map(minute) ?? "an unknown time"), is restored to \(database)"]
        if let aside = outcome.aside { lines.append("the database before it is \(aside)") }
        if !outcome.halted.isEmpty {
            lines.append(
                "halted: \(outcome.halted.joined(separator: ", ")); docs/operating.md says what to do before "
                    + "dialerd resume NAME"
            )
        }
        return lines
    }

    /// Of campaigns that were imported after the backup was made.
    static func unknown(_ campaigns: [String], in folder: String) -> String {
        "\(folder) has campaigns that the backup does not know, and that will not go on by themselves: "
            + campaigns.joined(separator: ", ")
    }

    private static func plural(_ noun: String) -> String {
        noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s"
    }
}
