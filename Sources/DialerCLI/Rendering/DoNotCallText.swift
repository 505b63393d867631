import DialerCore
import DialerStore

/// What the `dnc` subcommands print.
enum DoNotCallText {
    static func addition(_ addition: DoNotCallAddition, isDaemonRunning: Bool) -> String {
        var parts = ["\(pluralized(addition.added, "number")) added to the do-not-call list"]
        if addition.known > 0 { parts.append("\(addition.known) on it already") }
        if addition.repeated > 0 { parts.append("\(addition.repeated) given more than once") }
        if addition.withdrawn > 0 {
            let calls = "\(pluralized(addition.withdrawn, "call")) in Plivo's queue"
            parts.append(
                isDaemonRunning
                    ? "\(calls) being taken back"
                    : "\(calls) will be taken back when the daemon runs: systemctl start dialerd"
            )
        }
        return parts.joined(separator: "; ")
    }

    static func entry(_ entry: DoNotCallEntry) -> String {
        let reason = entry.reason.isEmpty ? "" : ": \(entry.reason)"
        return "since \(entry.addedAt.rfc3339), by \(entry.source)\(reason)"
    }
}
