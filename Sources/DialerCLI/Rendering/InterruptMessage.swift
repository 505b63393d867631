import Glibc

/// The sentence that Ctrl-C prints while a command only waits.
enum InterruptMessage {
    nonisolated(unsafe) private static var sentence: StaticString = ""

    /// From now on, Ctrl-C prints this sentence and ends the process.
    static func set(_ sentence: StaticString) {
        self.sentence = sentence
        signal(SIGINT) { _ in
            // Only functions that are safe in a signal handler may be called here.
            InterruptMessage.put("\ndialerd: ")
            InterruptMessage.put(InterruptMessage.sentence)
            InterruptMessage.put("\n")
            _exit(ExitStatus.interrupted.rawValue)
        }
    }

    private static func put(_ text: StaticString) {
        _ = Glibc.write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
    }
}
