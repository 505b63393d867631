package import DialerCore

/// One record of a campaign's CSV below its header.
package enum CSVRow: Hashable, Sendable {
    case contact(ContactRow)
    case reject(Reject)
}
