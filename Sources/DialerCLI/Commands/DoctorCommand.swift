import ArgumentParser
import Foundation
import Settings

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check everything that dialing needs, and say how to fix it.",
        discussion: """
            Configuration, credentials, Plivo, clock, folders, database, daemon, and whether callbacks arrive: one line \
            each. It changes nothing, makes no calls, and takes some seconds. The exit code is 0 without a problem, 78 for \
            a wrong configuration, else 1.
            """
    )

    @OptionGroup var configurationOption: ConfigurationOption

    @Flag(help: "Print JSON (schema in docs/cli.md).")
    var json = false

    func run() async throws {
        let file = configurationOption.path
        do {
            let loaded = try configurationOption.load()
            let report = DoctorReport(findings: try await Doctor(loaded, file: file).findings())
            try show(report)
            if report.verdict == .problem { throw ExitCode(ExitStatus.no.rawValue) }
        } catch let error as SettingsError {
            let environment = ProcessInfo.processInfo.environment
            try show(DoctorReport(findings: Doctor.findings(of: error, file: file, environment: environment)))
            throw ExitCode(ExitStatus.configuration.rawValue)
        }
    }

    private func show(_ report: DoctorReport) throws {
        if json { try Output.json(report.object) } else { try Output.write(report.text) }
    }
}
