import ArgumentParser
import CampaignFiles
import DialerCore
import DialerDaemon
import Settings

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup in the place of the database, with the daemon stopped.",
        discussion: """
            The database is kept beside it, as dialerd.sqlite3.replaced-TIME. Every campaign that is not over is halted: \
            the backup does not know whom others have called since. docs/operating.md says what to do then. The exit code \
            is 1 if a daemon runs, if FILE is no whole backup, or if the database has what FILE lacks.
            """
    )

    @OptionGroup var configurationOption: ConfigurationOption

    @Argument(help: "A file that dialerd backup has made.", completion: .file())
    var file: String

    @Flag(help: "Restore it although calls would be forgotten.")
    var force = false

    func run() throws {
        let loaded = try configurationOption.load()
        let state = StateDirectory(loaded.stateDirectory)
        let restoration = try Restoration(of: file, into: state, at: SystemClock.wall)
        if !force, let objection = try restoration.objection() { throw Failure(objection) }
        let madeAt = restoration.madeAt
        let known = try restoration.campaigns
        let outcome = try restoration.run()
        for line in RestoreWords.done(outcome, file: file, madeAt: madeAt, database: state.database) {
            try Output.line(line)
        }
        let folder = CampaignFolder(path: loaded.campaignDirectory)
        let unknown = try folder.acceptedCampaigns().filter { !known.contains($0) }
        if !unknown.isEmpty { try Output.line(RestoreWords.unknown(unknown, in: folder.acceptedPath)) }
    }
}
