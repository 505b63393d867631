import Synchronization

/// The gate behind one lock. Every thread may use it.
package final class GateKeeper: Sendable {
    private let gate: Mutex<Gate>

    package init(settings: SimulatorSettings, nonce: UInt64) {
        gate = Mutex(Gate(settings: settings, nonce: nonce))
    }

    package func use<Result: Sendable>(_ body: (inout Gate) -> Result) -> Result {
        gate.withLock { gate in body(&gate) }
    }

    package func nextAPIID() -> Identifier {
        use { $0.nextAPIID() }
    }
}
