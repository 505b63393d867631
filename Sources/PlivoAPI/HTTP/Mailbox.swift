import CCurl
import Synchronization

/// What other threads tell the transport's thread, and how they wake it.
final class Mailbox: Sendable {
    private struct State {
        var submissions: [Submission] = []
        var stopAt: ContinuousClock.Instant?
        var whenStopped: [@Sendable () -> Void] = []
        /// Nil once the thread has ended.
        var multi: Handle?
    }

    /// `curl_multi_wakeup` alone may be called from any thread, and is, under the lock that also guards the end of
    /// the handle.
    private struct Handle: @unchecked Sendable {
        let pointer: UnsafeMutableRawPointer
    }

    private let state: Mutex<State>

    init(multi: UnsafeMutableRawPointer) {
        state = Mutex(State(multi: Handle(pointer: multi)))
    }

    /// False when the transport accepts nothing more.
    func post(_ submission: Submission) -> Bool {
        state.withLock { state in
            guard state.stopAt == nil, let multi = state.multi else { return false }
            state.submissions.append(submission)
            if state.submissions.count == 1 { curl_multi_wakeup(multi.pointer) }
            return true
        }
    }

    /// The earliest `instant` counts. `whenStopped` is called once the thread has ended, at once if it already has.
    func stop(at instant: ContinuousClock.Instant, whenStopped: @escaping @Sendable () -> Void) {
        let hasEnded = state.withLock { state in
            guard let multi = state.multi else { return true }
            state.stopAt = min(state.stopAt ?? instant, instant)
            state.whenStopped.append(whenStopped)
            curl_multi_wakeup(multi.pointer)
            return false
        }
        if hasEnded { whenStopped() }
    }

    /// What came since the last time.
    func take() -> (submissions: [Submission], stopAt: ContinuousClock.Instant?) {
        state.withLock { state in
            defer { state.submissions = [] }
            return (state.submissions, state.stopAt)
        }
    }

    /// The thread ends: nobody wakes it any more, and whoever waits for that is told.
    func close() {
        let waiting = state.withLock { state in
            state.multi = nil
            defer { state.whenStopped = [] }
            return state.whenStopped
        }
        for whenStopped in waiting { whenStopped() }
    }
}
