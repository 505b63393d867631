import Dispatch

/// What a test waited for in vain.
struct Overdue: Error, CustomStringConvertible {
    var what: String
    var limit: Duration

    var description: String { "waited \(limit) for \(what)" }
}

/// The one place that waits for other processes: looks at every tick of a timer until there is something to see.
///
/// - Parameters:
///   - what: what is waited for, for the failure.
///   - limit: how long a healthy but busy machine may take; far more than it needs.
/// - Throws: ``Overdue``, or what `look` throws.
func eventually<Value>(
    _ what: String,
    within limit: Duration = .seconds(60),
    every interval: Duration = .milliseconds(50),
    _ look: () async throws -> Value?
) async throws -> Value {
    let deadline = ContinuousClock.now + limit
    for await _ in ticks(every: interval) {
        if let value = try await look() { return value }
        if ContinuousClock.now > deadline { throw Overdue(what: what, limit: limit) }
    }
    throw CancellationError()
}

/// The first tick comes at once. Ticks that nobody takes in time are dropped.
func ticks(every interval: Duration) -> AsyncStream<Void> {
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
        // Cancelling is safe from any thread.
        nonisolated(unsafe) let timer = DispatchSource.makeTimerSource()
        timer.schedule(deadline: .now(), repeating: .nanoseconds(Int(interval / .nanoseconds(1))))
        timer.setEventHandler { continuation.yield() }
        continuation.onTermination = { _ in timer.cancel() }
        timer.resume()
    }
}
