import DialerCore
import Settings
import Testing

/// Every page that documents the keys agrees with their declarations.
struct DocumentationTests {
    private let tables: KeyPage
    private let manual: KeyPage
    private let campaignManual: KeyPage
    private let example: KeyPage

    init() throws {
        func page(_ path: String, _ read: (String, String) -> KeyPage) throws -> KeyPage {
            read(path, try KeyPage.text(path))
        }
        tables = try page("docs/configuration.md", KeyPage.init(tablesOf:text:))
        manual = try page("docs/man/dialerd.yaml.5", KeyPage.init(manual:text:))
        campaignManual = try page("docs/man/dialerd-campaign.5", KeyPage.init(manual:text:))
        example = try page("systemd/dialerd.yaml", KeyPage.init(example:text:))
    }

    @Test func theConfigurationIsDocumentedAsDeclared() {
        for key in ConfigurationKey.all {
            for page in [tables, manual, example] { #expect(page.differences(from: key) == []) }
        }
    }

    @Test func theSettingsOfCampaignsAreDocumentedAsDeclared() {
        for key in CampaignKey.all {
            for page in [tables, campaignManual] { #expect(page.differences(from: key) == []) }
        }
    }

    @Test func theArgumentsOfCallsAreDocumentedAsDeclared() {
        for page in [tables, campaignManual] {
            for argument in CallArgument.allCases {
                #expect(page.differences(fromForm: argument.key.form, of: argument.rawValue) == [])
            }
            let times = [("ring_timeout", CallArgument.plivoRingTimeout), ("time_limit", CallArgument.plivoTimeLimit)]
            for (name, time) in times {
                #expect(page.entries[name]?.defaultText.hasSuffix(" \(time.components.seconds)") == true, "\(name)")
            }
        }
    }

    @Test func noPageDocumentsAKeyThatDoesNotExist() {
        let configuration = Set(ConfigurationKey.all.map(\.name))
        let campaign = Set(CallArgument.allCases.map(\.rawValue) + CampaignKey.all.map(\.name))
        #expect(Set(tables.entries.keys) == configuration.union(campaign))
        #expect(Set(manual.entries.keys) == configuration.union(["defaults"]))
        #expect(Set(campaignManual.entries.keys) == campaign)
        #expect(Set(example.entries.keys) == configuration.union(["defaults"]))
    }

    /// Tests the comparison itself, with a key that differs from every page.
    @Test func aDifferenceIsASentence() {
        let key = SettingKey("limits.max_batch", .integer(1...100), default: 7).meaning("Another meaning.")
        for page in [tables, manual, example] {
            #expect(
                page.differences(from: key) == [
                    "\(page.path) should say of limits.max_batch: Must be a whole number from 1 to 100.",
                    "\(page.path) should say of limits.max_batch: Another meaning.",
                    "\(page.path): the default of limits.max_batch is 7, not 1000",
                ]
            )
        }
        let required = SettingKey("limits.max_batch", .integer(1...1000), otherwise: "required")
            .meaning(ConfigurationKey.maxBatch.summary)
        #expect(
            manual.differences(from: required) == [
                "\(manual.path): the default of limits.max_batch is required, not 1000"
            ]
        )
        let unknown = SettingKey("limits.most", .flag, default: true)
        #expect(tables.differences(from: unknown) == ["\(tables.path) lacks limits.most"])
    }

    @Test func theExampleNeedsTwoKeysAndHasDefaultsElse() throws {
        let example = try KeyPage.text("systemd/dialerd.yaml")
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

    /// All values of the file, as text, without the place of the time zones.
    private static func values(of configuration: Configuration) -> [String] {
        Mirror(reflecting: configuration).children.filter { $0.label != "timeZones" }
            .map { "\($0.label ?? ""): \($0.value)" }
    }
}
