import Glibc

/// What is said when somebody presses Ctrl-C while a command only waits.
enum Interruption {
    /// As shells have it: 128 and the signal's number.
    private static let exitCode: Int32 = 130

    nonisolated(unsafe) private static var sentence: StaticString = ""

    /// From now on Ctrl-C says this and ends the program.
    static func say(_ sentence: StaticString) {
        self.sentence = sentence
        signal(SIGINT) { _ in
            // Nothing but what a signal handler may call.
            Interruption.put("\ndialerd: ")
            Interruption.put(Interruption.sentence)
            Interruption.put("\n")
            _exit(Interruption.exitCode)
        }
    }

    private static func put(_ text: StaticString) {
        _ = Glibc.write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
    }
}
