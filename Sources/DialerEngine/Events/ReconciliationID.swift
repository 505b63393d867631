/// The scan or sweep to which a question belongs; unique within a process.
package struct ReconciliationID: Hashable, Sendable {
    var number: Int
}
