package import DialerCore

/// One row of a list of numbers.
package enum NumberRow: Hashable, Sendable {
    case number(Destination)
    case reject(Reject)
}
