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
            A CSV with or without a header: the column named \(CSVHeader.destinationNamesText) is read, else the first \
            column. Lines without a number are reported and left out, and the exit code is then 1; the numbers of all \
            other lines are on the list.
            """
    )

    private static let sliceSize = 10_000
    /// The number of lines without a number that are shown.
    private static let shownRejects = 10
    /// The pause between two slices. It lets a daemon that waits for the write lock get the lock: SQLite's
    /// `sqlite3_busy_timeout` tries again within 25 ms.
    private static let pauseForDaemon = Duration.milliseconds(30)

    @OptionGroup var configurationOption: ConfigurationOption

    @Argument(help: "The file; - is standard input.", completion: .file())
    var file: String

    @Option(help: "The reason, in your own words.")
    var reason = ""

    @Option(help: "Write the lines without a number to this CSV.", completion: .file(extensions: ["csv"]))
    var rejects: String?

    func run() throws {
        let configuration = try configurationOption.load()
        let (store, isDaemonRunning) = try configurationOption.open(.control, of: configuration)
        let input = try SeekableInput(file)
        let numbers = try open(input, country: configuration.defaults.country)
        var list = DoNotCallImport()
        let badLines = try read(numbers, input, into: &list)
        let addition = try list.write(to: store, reason: reason, source: input.name, at: SystemClock.wall) {
            if isDaemonRunning { Thread.sleep(forTimeInterval: Self.pauseForDaemon.inSeconds) }
        }
        let column = numbers.column.map { "the column \"\($0)\"" } ?? "the first column"
        try Output.line("\(input.name): the numbers are in \(column)")
        try Output.line(DoNotCallText.addition(addition, isDaemonRunning: isDaemonRunning))
        guard badLines > 0 else { return }
        throw Failure(
            "\(pluralized(badLines, "line")) of \(input.name) without a number: "
                + (rejects.map { "see \($0)" } ?? "--rejects FILE writes them to a file")
        )
    }

    private func open(_ input: SeekableInput, country: Country?) throws -> NumberFile {
        defer { input.removeCopy() }
        do {
            return try NumberFile(path: input.path, country: country)
        } catch {
            throw Self.failure(error, input)
        }
    }

    /// - Returns: the number of lines without a number.
    private func read(_ numbers: NumberFile, _ input: SeekableInput, into list: inout DoNotCallImport) throws -> Int {
        do {
            let writer = try rejects.map(RejectsFile.writer)
            var badLines = 0
            while true {
                let rows = try numbers.next(limit: Self.sliceSize)
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

    private static func failure(_ refusal: FileRefusal, _ input: SeekableInput) -> Failure {
        Failure(refusal.problems.map { "\(input.name): \($0)" }, code: .no)
    }

    private func show(_ reject: Reject, _ input: SeekableInput) {
        Output.error("dialerd: \(input.name), line \(reject.row): \"\(reject.value)\": \(reject.reason)")
    }
}
