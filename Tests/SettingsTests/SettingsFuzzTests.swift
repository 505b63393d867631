import DialerCore
import Foundation
import Settings
import TestSupport
import Testing

/// A settings file of any bytes is read or refused with problems, and never ends the process.
@Suite struct SettingsFuzzTests {
    /// Each test takes about a quarter of a minute in a release build.
    private static let rounds: UInt64 = 40_000

    private static let campaigns = [
        """
        from: ["14155550100", {number: '14155550101', calls_per_second: 1}]
        answer_url: https://example.com/answer.xml
        answer_method: GET
        send_digits: 1w2W3@500
        send_on_preanswer: true
        time_limit: 600
        machine_detection: hangup
        sip_headers: >-
          a=b,c=d
        parent_call_uuid: 9834029e-58b6-11e1-b8b7-a5bd0e4e126f
        defaults: &a [*b, {? x : y}]
        """,
        """
        calls_per_second: 2.5
        max_calls_in_flight: 100
        priority: 5
        start_at: 2026-12-01T09:00:00-05:00 # comment
        end_at: "2026-12-05T18:00:00Z"
        calling_hours: {timezone: Asia/Tokyo, mon-fri: "09:00-12:00, 22:00-02:00", sat: closed, skip_dates: [2026-12-25]}
        retry:
          max_attempts: 3
          busy: 10m
          machine: never
        attempt_limits:
          - { max: 7, within: 7d }
        in_doubt: hold
        allow_duplicate_file: false
        """,
    ]

    private static let configurations = [
        """
        state_dir: /var/lib/dialerd
        plivo: {base_url: "https://api.plivo.com/v1", auth_id: MAXXXXXXXXXXXXXXXXXX, request_timeout: 30s}
        limits:
          calls_per_second: 2
          dispatch_interval: 500ms
          max_batch: 1000
        callbacks:
          listen: "[::1]:8480"
          public_url: https://dialer.example.com
        reconcile: {callback_grace: 2m, give_up_after: 1d}
        defaults: {from: 14155550100, retry: {busy: 10m}}
        """
    ]

    private static let tokens =
        [
            "{", "}", "[", "]", ": ", ",", "- ", "? ", "&a ", "*a", "!!int ", "|\n", ">-\n", "'", "\"", "%", "@", "`",
            "#", "\n", "\n  ",
            "\t", "~", "0", "-1", "1e9", "9223372036854775808", "aé", "\u{2028}", "\u{FEFF}", "\0", "---\n", "<<: *a\n",
        ]
        .map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80]]

    @Test func mutatedCampaignSettingsAreReadOrRefused() async throws {
        let reader = CampaignSettingsReader(configuration: try ConfigurationFixture().load(""))
        await run(on: Self.campaigns) { bytes in
            _ = try reader.settings(yaml: bytes)
            return true
        }
    }

    @Test func mutatedConfigurationsAreReadOrRefused() async throws {
        let fixture = try ConfigurationFixture(inMemory: true)
        let file = fixture.folder.appending(path: "dialerd.yaml")
        await run(on: Self.configurations) { bytes in
            try Data(bytes).write(to: file)
            _ = try Configuration.load(file: file.path, environment: ["PLIVO_AUTH_TOKEN": ConfigurationFixture.token])
            return true
        }
    }

    /// - Parameter read: returns false if the values that were read contradict each other.
    private func run(on samples: [String], _ read: ([UInt8]) throws -> Bool) async {
        let samples = samples.map { Array($0.utf8) }
        for seed in Fuzz.seeds(rounds: Self.rounds) {
            var random = SeededGenerator(seed: seed)
            let bytes = random.mutation(of: samples, tokens: Self.tokens)
            guard Self.makesSense(Result { try read(bytes) }) else {
                Issue.record("\(Result { try read(bytes) }); \(Fuzz.replay(seed, bytes))")
                return
            }
            // Other tests run meanwhile.
            await Task.yield()
        }
    }

    /// A refusal has problems, each on one line.
    private static func makesSense(_ reading: Result<Bool, any Error>) -> Bool {
        switch reading {
        case .success(let isSense): return isSense
        case .failure(let error):
            guard let problems = (error as? SettingsError)?.problems.map(\.description) else { return false }
            return !problems.isEmpty && !problems.contains { $0.isEmpty || $0.contains(where: \.isNewline) }
        }
    }

    @Test(arguments: ["[", "{a: ", "- ", "? ", "\"", "&a ", "*a "])
    func deepNestingIsRefused(opening: String) throws {
        let reader = CampaignSettingsReader(configuration: try ConfigurationFixture().load(""))
        let bytes = Array(String(repeating: opening, count: 100_000).utf8)
        #expect(throws: SettingsError.self) { try reader.settings(yaml: bytes) }
    }

    /// A key that stands for more nodes than can be compared (31 aliases are read, 81 are refused unread).
    @Test(arguments: [15, 40])
    func aliasesOfAliasesAreRefused(levels: Int) throws {
        let lines = (1...levels).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
        let reader = CampaignSettingsReader(configuration: try ConfigurationFixture().load(""))
        let bytes = Array("a0: &a0 [x, x]\n\(lines)? *a\(levels)\n: 1\n".utf8)
        #expect(throws: SettingsError.self) { try reader.settings(yaml: bytes) }
    }
}
