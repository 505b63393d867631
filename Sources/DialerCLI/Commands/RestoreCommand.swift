import ArgumentParser
import CampaignFiles
import DialerCore
import DialerDaemon
import Settings

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Replace the database by a backup, with the daemon stopped.",
        discussion: """
            The replaced database is kept beside the new one, as dialerd.sqlite3.replaced-TIME. Every campaign that is not \
            over is halted, because the backup does not know the calls that were made after it; docs/operating.md says \
            what to do then. The exit code is 1 if a daemon runs, if FILE is no intact backup, or if the database has data \
            that FILE lacks.
            """
    )

    @OptionGroup var configurationOption: ConfigurationOption

    @Argument(help: "A file that dialerd backup has written.", completion: .file())
    var file: String

    @Flag(help: "Restore it even if calls would be forgotten.")
    var force = false

    func run() throws {
        let loaded = try configurationOption.load()
        let state = StateDirectory(loaded.stateDirectory)
        let restoration = try Restoration(of: file, into: state, at: SystemClock.wall)
        if !force, let objection = try restoration.objection() { throw Failure(objection) }
        let madeAt = restoration.madeAt
        let known = try restoration.campaigns
        let outcome = try restoration.run()
        for line in RestoreText.done(outcome, file: file, madeAt: madeAt, database: state.database) {
            try Output.line(line)
        }
        let folder = CampaignFolder(path: loaded.campaignDirectory)
        let unknown = try folder.acceptedCampaigns().filter { !known.contains($0) }
        if !unknown.isEmpty { try Output.line(RestoreText.unknown(unknown, in: folder.acceptedPath)) }
    }
}
