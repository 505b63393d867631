import DialerCLI
import DialerCore
import DialerStore
import DialerTestSupport
import TestSupport
import Testing

@Suite struct CampaignStateCheckTests {
    @Test(arguments: [
        (
            "spring.yaml with from and answer_url, or both in defaults", Finding.Verdict.warning,
            "drop spring.yaml" as String?
        ),
        ("from in spring.yaml or in defaults", .warning, "add what is missing to spring.yaml"),
        ("spring.csv", .ok, nil), ("spring.yaml to be closed by the program that writes it", .ok, nil),
    ])
    func aFileThatWaitsForSettingsIsAWarning(waitingFor: String, verdict: Finding.Verdict, remedy: String?) throws {
        let folder = try TemporaryFolder()
        let store = try Store(path: folder.path + "/dialerd.sqlite3")
        try store.setWaitingFiles([WaitingFile(name: "spring", waitingFor: waitingFor)])
        let findings = CampaignStateCheck.findings(try store.status(isDaemonRunning: true, at: .sample))
        #expect(findings.map(\.verdict) == [verdict] && findings.map(\.remedy) == [remedy])
    }
}
