import DialerCore
import Foundation
import Settings
import Testing

/// The man pages and the example configuration that are installed name what there is.
struct ManualTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The keys of a page's lists: `.It Sy callbacks.tls_certificate , callbacks.tls_key` has two.
    private static func keys(ofPage path: String) throws -> Set<String> {
        let items = try text(path).split(separator: "\n").filter { $0.hasPrefix(".It Sy ") }
        return Set(items.flatMap { $0.split(separator: " ").dropFirst(2).filter { $0 != "," }.map(String.init) })
    }

    @Test func everyKeyOfTheConfigurationHasItsParagraph() throws {
        let described = try Self.keys(ofPage: "docs/man/dialerd.yaml.5")
        #expect(Set(Configuration.keys).subtracting(described) == [])
        #expect(described.contains("defaults"))
    }

    @Test func everyCampaignSettingHasItsParagraph() throws {
        let described = try Self.keys(ofPage: "docs/man/dialerd-campaign.5")
        // Days and their ranges have a section in place of 49 paragraphs.
        let days = Set(CampaignSettings.keys.filter { $0.hasPrefix("calling_hours.") })
            .subtracting(["calling_hours.timezone", "calling_hours.skip_dates"])
        #expect(Set(CampaignSettings.keys).subtracting(days).symmetricDifference(described) == [])
    }

    @Test func theExampleNeedsTwoKeysAndHasDefaultsElse() throws {
        let example = try Self.text("systemd/dialerd.yaml")
        let fixture = try ConfigurationFixture()
        let problems = try fixture.problems(example, environment: ["PLIVO_AUTH_TOKEN": "token"])
        #expect(problems.count == 2)
        #expect(problems.contains { $0.contains("plivo.auth_id") })
        #expect(problems.contains { $0.contains("callbacks.public_url") })

        let filledIn = example.replacing("auth_id: \"\"", with: "auth_id: \(ConfigurationFixture.authID)")
            .replacing("public_url: \"\"", with: "public_url: https://dialer.example.com")
        let configuration = try fixture.load(filledIn, environment: ["PLIVO_AUTH_TOKEN": "token"])
        let defaults = try fixture.load("", environment: ["PLIVO_AUTH_TOKEN": "token"])
        #expect(Self.values(of: configuration) == Self.values(of: defaults))
        #expect(configuration.warnings == [])
    }

    @Test(arguments: Configuration.keys)
    func theExampleNamesEveryKey(key: String) throws {
        let name = try #require(key.split(separator: ".").last)
        let lines = try Self.text("systemd/dialerd.yaml").split(separator: "\n")
        #expect(lines.contains { $0.drop { " #".contains($0) }.hasPrefix("\(name):") })
    }

    /// Everything that stands in the file, as text; where time zones are looked up does not.
    private static func values(of configuration: Configuration) -> [String] {
        Mirror(reflecting: configuration).children.filter { $0.label != "timeZones" }
            .map { "\($0.label ?? ""): \($0.value)" }
    }
}
