/// A row of a campaign's file that can be called.
package struct ContactRow: Hashable, Sendable {
    /// The line on which the record begins, from 1.
    package var row: Int
    /// The number as it is typed in the file.
    package var typed: String
    package var destination: Destination
    /// The values of columns named like an argument of the make-call request; an empty cell overrides nothing.
    package var overrides: CallArguments
    /// The IANA names of the time zones in which the number may lie, sorted; empty if they are not known.
    package var zones: [String]
    /// The values of all columns except the destination's, in the order of the campaign's columns.
    package var values: [String]

    package init(
        row: Int,
        typed: String,
        destination: Destination,
        overrides: CallArguments = [:],
        zones: [String] = [],
        values: [String] = []
    ) {
        self.row = row
        self.typed = typed
        self.destination = destination
        self.overrides = overrides
        self.zones = zones
        self.values = values
    }
}
