import Foundation
import Settings
import TestSupport

/// A configuration file and a token file in a temporary folder, which is removed with the fixture.
final class ConfigurationFixture {
    static let token = "0123456789abcdefSECRETabcdef0123456789ab"
    static let authID = "MAXXXXXXXXXXXXXXXXXX"

    private let temporary: TemporaryFolder
    var folder: URL { temporary.url }

    /// - Parameter inMemory: on a memory file system where there is one, for tests that write thousands of files.
    init(token: String? = ConfigurationFixture.token, inMemory: Bool = false) throws {
        temporary = try TemporaryFolder(inMemory: inMemory)
        if let token { try temporary.write(token, to: "auth_token") }
    }

    var tokenFile: String { folder.appending(path: "auth_token").path }

    /// `yaml` with the required keys that it lacks.
    func load(_ yaml: String, environment: [String: String] = [:], complete: Bool = true) throws -> Configuration {
        let file = folder.appending(path: "dialerd.yaml")
        try Data(yaml.utf8).write(to: file)
        var variables = environment
        if complete {
            let needed = [
                "PLIVO_AUTH_ID": Self.authID, "DIALERD_PLIVO_AUTH_TOKEN_FILE": tokenFile,
                "DIALERD_CALLBACKS_PUBLIC_URL": "https://dialer.example.com",
            ]
            variables.merge(needed.filter { !yaml.contains(Self.key($0.key)) }) { given, _ in given }
        }
        return try Configuration.load(
            file: file.path,
            environment: variables,
            whyDenied: { "\($0) is closed" }
        )
    }

    /// The problems of a file that must not load.
    func problems(_ yaml: String, environment: [String: String] = [:], complete: Bool = true) throws -> [String] {
        do {
            _ = try load(yaml, environment: environment, complete: complete)
            return []
        } catch let error as SettingsError {
            return error.problems.map(\.description)
        }
    }

    private static func key(_ variable: String) -> String {
        ["PLIVO_AUTH_ID": "auth_id:", "DIALERD_PLIVO_AUTH_TOKEN_FILE": "auth_token_file:"][variable] ?? "public_url:"
    }
}
