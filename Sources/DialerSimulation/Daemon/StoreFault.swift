import DialerStore
import Synchronization

/// Makes the engine's next writes fail at their end, as a full disk does.
final class StoreFault: Sendable {
    private struct State {
        var remaining = 0
        /// Only the engine's writes fail, not those of operators and of the checks.
        var isArmed = false
    }

    private let state = Mutex(State())

    func fail(writes: Int) { state.withLock { $0.remaining = writes } }
    func arm(_ isArmed: Bool) { state.withLock { $0.isArmed = isArmed } }

    /// - Throws: ``StoreError/diskFull(path:)``.
    func check() throws {
        let fails = state.withLock { state in
            guard state.isArmed, state.remaining > 0 else { return false }
            state.remaining -= 1
            return true
        }
        if fails { throw StoreError.diskFull(path: "the simulated disk") }
    }
}
