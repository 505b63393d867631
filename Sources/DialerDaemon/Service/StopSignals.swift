import Dispatch
import Glibc
import Synchronization

/// SIGTERM and SIGINT: the first asks for an orderly stop, the second ends the process at once.
final class StopSignals: Sendable {
    /// What a shell shows for a process that a signal ended: 128 and SIGTERM's 15.
    private static let hurriedExitCode: Int32 = 143

    private nonisolated(unsafe) let sources: [any DispatchSourceSignal]

    init(_ stop: @escaping @Sendable () -> Void) {
        let counter = Counter()
        // Until somebody listens to it: a reload that comes early must not end the process.
        signal(SIGHUP, SIG_IGN)
        sources = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInteractive))
            source.setEventHandler {
                if counter.next() == 1 { stop() } else { _exit(Self.hurriedExitCode) }
            }
            source.resume()
            return source
        }
    }
}

private final class Counter: Sendable {
    private let value = Atomic(0)

    func next() -> Int { value.add(1, ordering: .relaxed).newValue }
}
