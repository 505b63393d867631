/// The scan or sweep that a question belongs to; unique within a process.
package struct ReconciliationID: Hashable, Sendable {
    var number: Int
}
