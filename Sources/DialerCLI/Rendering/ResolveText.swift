import DialerCore
import DialerStore

/// What `resolve` lists.
enum ResolveText {
    static func list(_ contacts: [DoubtfulContact]) -> String {
        guard !contacts.isEmpty else { return "no contact is in doubt or unknown\n" }
        return contacts.map(line).joined()
    }

    private static func line(_ contact: DoubtfulContact) -> String {
        let state = contact.state == .inDoubt ? "in doubt" : "unknown"
        let answer = contact.answer.map { ": \($0)" } ?? ""
        return "row \(contact.row)  \(contact.typed)  \(state) since \(contact.since.rfc3339)\(answer)\n"
    }
}
