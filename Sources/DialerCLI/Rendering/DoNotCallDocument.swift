import DialerCore
import DialerStore

/// An entry of the do-not-call list in `dnc list --format json` and `explain --json` (docs/cli.md). Keys are added, never
/// changed.
enum DoNotCallDocument {
    static func object(_ entry: DoNotCallEntry) -> JSONObject {
        [
            "number": entry.destination.internationalText, "added_at": entry.addedAt.rfc3339, "reason": entry.reason,
            "source": entry.source,
        ]
    }
}
