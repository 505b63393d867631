import Dispatch

/// What a test waited for in vain.
package struct Overdue: Error, CustomStringConvertible {
    package var what: String
    package var limit: Duration

    package init(what: String, limit: Duration) {
        self.what = what
        self.limit = limit
    }

    package var description: String { "waited \(limit) for \(what)" }
}

/// Waits for another program: looks at once and after each wake-up, until there is something to see. No other code of the
/// tests has a timer or sleeps.
///
/// - Parameters:
///   - what: what is waited for, for the failure.
///   - limit: how long a healthy but busy machine may take; far more than it needs.
///   - wakeups: the event that can change what `look` sees. Only what has no event, such as a page that is asked for by
///     HTTP or by a command, is looked at by the ticks of a timer.
/// - Throws: ``Overdue``, or what `look` throws.
@discardableResult
package func eventually<Value>(
    _ what: String,
    within limit: Duration = .seconds(60),
    on wakeups: Wakeups = .ticks,
    _ look: () async throws -> Value?
) async throws -> Value {
    let deadline = ContinuousClock.now + limit
    let alarm = Alarm(after: limit, every: .seconds(1), wakeups.wake)
    defer { withExtendedLifetime(alarm) {} }
    var stream = wakeups.stream.makeAsyncIterator()
    repeat {
        wakeups.prepare()
        if let value = try await look() { return value }
        guard ContinuousClock.now < deadline else { throw Overdue(what: what, limit: limit) }
    } while await stream.next() != nil
    throw CancellationError()
}

/// When ``eventually(_:within:on:_:)`` looks again. Wake-ups that come during a look are one. For one wait.
package struct Wakeups: Sendable {
    fileprivate let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation
    /// Called before each look. It owns what wakes.
    fileprivate var prepare: @Sendable () -> Void = {}

    /// Those of ``wake``, and no others.
    package init() {
        (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Wakes. It does not keep these wake-ups alive.
    package var wake: @Sendable () -> Void { { [continuation] in continuation.yield() } }

    /// Each change of a file, or of the files in a folder. It need not exist yet.
    package static func changes(of path: String) -> Wakeups {
        var wakeups = Wakeups()
        let watch = FileWatch(onChange: wakeups.wake)
        wakeups.prepare = { watch.watch(path) }
        return wakeups
    }

    /// Every 200 ms.
    package static var ticks: Wakeups {
        var wakeups = Wakeups()
        let interval = Duration.milliseconds(200)
        let alarm = Alarm(after: interval, every: interval, wakeups.wake)
        wakeups.prepare = { withExtendedLifetime(alarm) {} }
        return wakeups
    }
}

/// A timer that ends with this object. Unchecked: a Dispatch source may be canceled by any thread.
private final class Alarm: @unchecked Sendable {
    private let timer = DispatchSource.makeTimerSource()

    init(after delay: Duration, every interval: Duration, _ ring: @escaping @Sendable () -> Void) {
        func nanoseconds(_ duration: Duration) -> DispatchTimeInterval { .nanoseconds(Int(duration / .nanoseconds(1))) }
        timer.schedule(deadline: .now() + nanoseconds(delay), repeating: nanoseconds(interval))
        timer.setEventHandler(handler: ring)
        timer.resume()
    }

    deinit { timer.cancel() }
}
