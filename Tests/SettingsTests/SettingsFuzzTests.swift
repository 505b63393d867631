import DialerCore
import Settings
import Testing

/// Whatever the bytes, a settings file is read or refused with problems, and never ends the process.
@Suite struct SettingsFuzzTests {
    private static let sample = """
        from: ["14155550100", '14155550101']
        answer_url: https://example.com/answer.xml
        retry: {max_attempts: 3, busy: 10m}
        start_at: 2026-12-01T09:00:00-05:00 # comment
        sip_headers: >-
          a=b
        defaults: &a [*b, {? x : y}]
        """

    @Test func mutatedFilesAreReadOrRefused() throws {
        let reader = CampaignSettingsReader(configuration: try ConfigurationFixture().load(""))
        var random = SeededGenerator(seed: 42)
        let alphabet = Array("{}[]:,-?&*!|>'\"%@`#\n\t ~0aé".utf8)
        var read = 0
        for _ in 0..<2000 {
            var bytes = Array(Self.sample.utf8)
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.insert(alphabet[Int.random(in: 0..<alphabet.count, using: &random)], at: place)
                case 2: bytes.removeSubrange(place..<min(bytes.count, place + 5))
                default: bytes[place] = alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
                }
            }
            do {
                _ = try reader.read(yaml: bytes)
                read += 1
            } catch {
                #expect(!error.problems.isEmpty)
                #expect(error.problems.allSatisfy { !$0.description.contains("\n") })
            }
        }
        #expect(read < 2000)
    }

    @Test(arguments: ["[", "{a: ", "- ", "? ", "\"", "&a ", "*a "])
    func deepNestingIsRefused(opening: String) throws {
        let reader = CampaignSettingsReader(configuration: try ConfigurationFixture().load(""))
        let bytes = Array(String(repeating: opening, count: 100_000).utf8)
        #expect(throws: SettingsError.self) { try reader.read(yaml: bytes) }
    }
}
