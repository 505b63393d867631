/// The exit codes (docs/cli.md, "Exit codes"). 0 needs no name.
enum ExitStatus: Int32 {
    /// The answer is no: the daemon is not running, there is no such campaign, there are problems, …
    case no = 1
    case usage = 64
    case configuration = 78
    /// Ctrl-C while a command waits: 128 plus the number of SIGINT, as in shells.
    case interrupted = 130
}
