import DialerStore
import Synchronization

/// Makes the engine's next writes fail at their end, like a full disk. Writes of operators and of the checks do not
/// fail.
final class StoreFault: Sendable {
    private let state = Mutex((remaining: 0, isEngineWriting: false))

    func fail(writes: Int) { state.withLock { $0.remaining = writes } }

    /// Runs a write of the engine.
    func duringEngineWrite<Value>(_ body: () throws -> Value) rethrows -> Value {
        state.withLock { $0.isEngineWriting = true }
        defer { state.withLock { $0.isEngineWriting = false } }
        return try body()
    }

    /// Called before each commit.
    ///
    /// - Throws: ``StoreError/diskFull(path:)`` if this write is to fail.
    func check() throws {
        let fails = state.withLock { state in
            guard state.isEngineWriting, state.remaining > 0 else { return false }
            state.remaining -= 1
            return true
        }
        if fails { throw StoreError.diskFull(path: "the simulated disk") }
    }
}
