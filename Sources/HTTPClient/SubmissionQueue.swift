import CCurl
import Synchronization

/// Hands requests and the order to stop from any thread to the ``CurlLoop``, and wakes its thread.
final class SubmissionQueue: Sendable {
    private struct State {
        var submissions: [Submission] = []
        var stopAt: ContinuousClock.Instant?
        var whenStopped: [@Sendable () -> Void] = []
        /// Nil once the loop has ended.
        var multi: Handle?
    }

    /// Unchecked: the only libcurl function that other threads call is `curl_multi_wakeup`, which is thread-safe. The
    /// lock keeps the handle alive during the call.
    private struct Handle: @unchecked Sendable {
        let pointer: UnsafeMutableRawPointer
    }

    private let state: Mutex<State>

    init(multi: UnsafeMutableRawPointer) {
        state = Mutex(State(multi: Handle(pointer: multi)))
    }

    /// Returns false, and does nothing, once the loop was told to stop.
    func post(_ submission: Submission) -> Bool {
        state.withLock { state in
            guard state.stopAt == nil, let multi = state.multi else { return false }
            state.submissions.append(submission)
            if state.submissions.count == 1 { curl_multi_wakeup(multi.pointer) }
            return true
        }
    }

    /// Tells the loop to stop at `instant`; the earliest counts. `whenStopped` is called once the loop has ended, on its
    /// thread, or at once if it has ended already.
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

    /// Removes and returns the requests that have arrived since the last call.
    func take() -> (submissions: [Submission], stopAt: ContinuousClock.Instant?) {
        state.withLock { state in
            defer { state.submissions = [] }
            return (state.submissions, state.stopAt)
        }
    }

    /// Call it when the loop has ended: the handle is not used any more, and every `whenStopped` is called.
    func close() {
        let waiting = state.withLock { state in
            state.multi = nil
            defer { state.whenStopped = [] }
            return state.whenStopped
        }
        for whenStopped in waiting { whenStopped() }
    }
}
