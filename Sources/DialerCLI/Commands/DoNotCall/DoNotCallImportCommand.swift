import ArgumentParser
import CampaignFiles
import DialerCore
import DialerDaemon
import DialerStore
import Foundation
import Settings

struct DoNotCallImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Put every number of a file on the do-not-call list.",
        discussion: """
            A CSV with or without a header: the column named to, phone, phone_number, number, mobile or destination \
            counts, else the first. Lines without a number are reported and left out, and the exit code is 1 if there \
            are any; all others are on the list.
            """
    )

    /// Lines read at once.
    private static let linesAtOnce = 10_000
    /// Bad lines that are shown.
    private static let shownRejects = 10
    /// A daemon that waits for the write lock looks again within 25 ms (SQLite's `sqlite3_busy_timeout`).
    private static let pauseForDaemon = Duration.milliseconds(30)

    @OptionGroup var configurationOption: ConfigurationOption

    @Argument(help: "The file; - is standard input.", completion: .file())
    var file: String

    @Option(help: "Why, in your own words.")
    var reason = ""

    @Option(help: "Write the lines without a number to this CSV.", completion: .file(extensions: ["csv"]))
    var rejects: String?

    func run() throws {
        let configuration = try configurationOption.load()
        let (store, isDaemonRunning) = try configurationOption.open(.control, of: configuration)
        let input = try ListInput(file)
        let numbers = try open(input, country: configuration.defaults.country)
        var list = DoNotCallImport()
        let badLines = try read(numbers, input, into: &list)
        let addition = try list.write(to: store, reason: reason, source: input.name, at: SystemClock.wall) {
            if isDaemonRunning { Thread.sleep(forTimeInterval: Self.pauseForDaemon.inSeconds) }
        }
        let column = numbers.column.map { "the column \($0)" } ?? "the first column"
        try Output.line("\(input.name): numbers are in \(column)")
        try Output.line(DoNotCallWords.addition(addition, isDaemonRunning: isDaemonRunning))
        guard badLines > 0 else { return }
        throw Failure(
            "\(counted(badLines, "line")) of \(input.name) without a number"
                + (rejects.map { ": \($0) has them all" } ?? "; --rejects FILE writes them all")
        )
    }

    private func open(_ input: ListInput, country: Country?) throws -> NumberFile {
        defer { input.removeCopy() }
        do {
            return try NumberFile(path: input.path, country: country)
        } catch {
            throw Self.failure(error, input)
        }
    }

    /// - Returns: how many lines have no number.
    private func read(_ numbers: NumberFile, _ input: ListInput, into list: inout DoNotCallImport) throws -> Int {
        do {
            let writer = try rejects.map(RejectsFile.writer)
            var badLines = 0
            while true {
                let rows = try numbers.next(limit: Self.linesAtOnce)
                for row in rows {
                    switch row {
                    case .number(let destination): list.add(destination)
                    case .reject(let reject):
                        badLines += 1
                        if badLines <= Self.shownRejects { show(reject, input) }
                        try writer?.write(reject.fields)
                    }
                }
                if rows.isEmpty { break }
            }
            try writer?.finish()
            return badLines
        } catch let refusal as FileRefusal {
            throw Self.failure(refusal, input)
        } catch let error as FolderError {
            throw Failure(error.description)
        }
    }

    private static func failure(_ refusal: FileRefusal, _ input: ListInput) -> Failure {
        Failure(refusal.problems.map { "\(input.name): \($0)" }, code: .no)
    }

    private func show(_ reject: Reject, _ input: ListInput) {
        Output.error("dialerd: \(input.name), line \(reject.row): \"\(reject.value)\": \(reject.reason)")
    }
}
