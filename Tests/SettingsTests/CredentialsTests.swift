import Foundation
import Glibc
import Settings
import TestSupport
import Testing

@Suite struct CredentialsTests {
    @Test func theEnvironmentGoesBeforeTheCredentialAndThatBeforeTheFile() throws {
        let fixture = try ConfigurationFixture(token: "from-file\n")
        #expect(try fixture.load("").plivo.authToken.exposed == "from-file")
        let credentials = ["CREDENTIALS_DIRECTORY": fixture.folder.path]
        #expect(
            try fixture.load("", environment: credentials).plivo.authToken.exposed == "from-file",
            "no credential there"
        )
        try Data("from-systemd".utf8).write(to: fixture.folder.appending(path: "plivo_auth_token"))
        #expect(try fixture.load("", environment: credentials).plivo.authToken.exposed == "from-systemd")
        let both = credentials.merging(["PLIVO_AUTH_TOKEN": " from-variable "]) { $1 }
        #expect(try fixture.load("", environment: both).plivo.authToken.exposed == "from-variable")
    }

    @Test func thePlaceOfTheTokenIsKnown() throws {
        let fixture = try ConfigurationFixture()
        guard case .success(.file(fixture.tokenFile)) = try fixture.load("").plivo.authTokenPlace else {
            Issue.record("it is the fixture's file")
            return
        }
    }

    @Test(.enabled(if: geteuid() != 0, "root may read everything"))
    func aTokenThatThisUserMayNotReadIsExplainedByTheCaller() throws {
        let fixture = try ConfigurationFixture()
        chmod(fixture.tokenFile, 0)
        #expect(try fixture.problems("") == ["\(fixture.tokenFile) is closed"])
    }

    @Test func theMoreSpecificVariableNamesTheAccount() throws {
        let environment = ["PLIVO_AUTH_ID": "MA11111111111111111A", "DIALERD_PLIVO_AUTH_ID": "MA22222222222222222A"]
        let fixture = try ConfigurationFixture()
        #expect(try fixture.load("", environment: environment).plivo.authID == "MA22222222222222222A")
        let one = ["PLIVO_AUTH_ID": "MA11111111111111111A"]
        let yaml = "plivo: {auth_id: MA33333333333333333A}"
        #expect(try fixture.load(yaml, environment: one).plivo.authID == "MA11111111111111111A")
    }

    @Test(
        arguments: [
            (nil, [:], "does not exist: put the account's auth token there, or set $PLIVO_AUTH_TOKEN"),
            ("", [:], "is empty: put the account's auth token there"),
            (" \n\t", [:], "is empty"),
            ("two words", [:], "remove everything but the token"),
            ("fine", ["PLIVO_AUTH_TOKEN": ""], "$PLIVO_AUTH_TOKEN: the auth token is empty"),
        ] as [(String?, [String: String], String)]
    )
    func aTokenThatCannotBeUsedIsAProblem(file: String?, environment: [String: String], expected: String) throws {
        let problems = try ConfigurationFixture(token: file).problems("", environment: environment)
        #expect(problems.count == 1 && problems[0].contains(expected), "\(problems)")
    }

    @Test func aTokenFileThatIsADirectoryIsAProblem() throws {
        let fixture = try ConfigurationFixture(token: nil)
        try makeFolder(fixture.tokenFile)
        #expect(try fixture.problems("") == ["plivo.auth_token_file \(fixture.tokenFile) is a directory, not a file"])
    }

    @Test func theTokenNeverShows() throws {
        let fixture = try ConfigurationFixture()
        let configuration = try fixture.load("")
        #expect(configuration.plivo.authToken.exposed == ConfigurationFixture.token)
        var dumped = ""
        dump(configuration, to: &dumped)
        for text in [dumped, "\(configuration)", String(reflecting: configuration), "\(configuration.plivo.authToken)"]
        {
            #expect(!text.contains("SECRET"))
        }
        let mistakes = [
            "plivo: {auth_token_file: \(ConfigurationFixture.token)}",
            "plivo: {auth_token: \(ConfigurationFixture.token)}",
            "plivo: {base_url: \"https://MA:\(ConfigurationFixture.token)@api.plivo.com\"}",
        ]
        for mistake in mistakes {
            let problems = try fixture.problems(mistake)
            #expect(problems.count == 1 && !problems[0].contains("SECRET"), "\(problems)")
        }
    }
}
