import Dispatch
import Glibc

/// Handles SIGTERM and SIGINT: the first signal asks for an orderly stop, the second ends the process at once.
final class StopSignals: Sendable {
    /// The exit code that a shell reports for a process that was ended by SIGTERM: 128 + 15.
    private static let secondSignalExitCode: Int32 = 143

    private nonisolated(unsafe) let sources: [any DispatchSourceSignal]

    init(_ stop: @escaping @Sendable () -> Void) {
        let isStopping = StopFlag()
        let queue = DispatchQueue(label: "dialerd.signals", qos: .userInteractive)
        sources = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                if isStopping.isSet { _exit(Self.secondSignalExitCode) }
                isStopping.set()
                stop()
            }
            source.resume()
            return source
        }
    }
}
