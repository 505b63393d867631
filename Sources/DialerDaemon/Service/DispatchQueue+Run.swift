import Dispatch

extension DispatchQueue {
    /// Runs `body` on this queue. Code that blocks must not run on the threads that Swift's tasks share.
    func run<Value: Sendable, Failure: Error>(
        _ body: @escaping @Sendable () throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        let result = await withCheckedContinuation {
            (continuation: CheckedContinuation<Result<Value, Failure>, Never>) in
            self.async { continuation.resume(returning: Result(catching: body)) }
        }
        return try result.get()
    }
}
