import DialerCore
import Foundation
import Settings
import Testing

@Suite struct ConfigurationTests {
    @Test func whatIsLeftOutHasItsDeclaredDefault() throws {
        typealias Key = ConfigurationKey
        let configuration = try ConfigurationFixture().load("")
        #expect(configuration.stateDirectory == Key.stateDirectory.default)
        #expect(configuration.campaignDirectory == Key.stateDirectory.default + "/campaigns")
        #expect(configuration.plivo.baseURL == Key.baseURL.default)
        #expect(configuration.plivo.accountTimezone == Key.accountTimezone.default)
        #expect(configuration.plivo.requestTimeout == Key.requestTimeout.default)
        let limits = DialingLimits(
            callsPerSecond: Key.callsPerSecond.default,
            dispatchInterval: Key.dispatchInterval.default,
            maxCallsInFlight: Key.maxCallsInFlight.default,
            maxBatch: Key.maxBatch.default,
            queueAhead: Key.queueAhead.default,
            apiRequestsPer5Seconds: Key.apiRequestsPer5Seconds.default,
            callbackGrace: Key.callbackGrace.default,
            giveUpAfter: Key.giveUpAfter.default
        )
        #expect(configuration.limits == limits)
        #expect(configuration.callbacks.listen == Key.listen.default)
        #expect(configuration.callbacks.verifySignatures == Key.verifySignatures.default)
        #expect(configuration.callbacks.tls == nil)
        #expect(configuration.retention == Key.retention.default)
        #expect(configuration.log.level == Key.logLevel.default && configuration.log.format == Key.logFormat.default)
        #expect(configuration.warnings.isEmpty)
    }

    @Test func everyKeyIsRead() throws {
        let fixture = try ConfigurationFixture()
        let configuration = try fixture.load(
            """
            state_dir: /srv/dialer
            campaign_dir: /srv/drop
            plivo:
              base_url: http://127.0.0.1:9000/v1/
              auth_id: SA0123456789ABCDEFGH
              auth_token_file: \(fixture.tokenFile)
              account_timezone: America/New_York
              request_timeout: 1.5s
            limits: {calls_per_second: 12.5, dispatch_interval: 500ms, max_calls_in_flight: 7, max_batch: 3, queue_ahead: 2m, api_requests_per_5s: 9}
            callbacks:
              listen: "[::1]:0"
              public_url: http://localhost:8480/dialer/
              verify_signatures: false
            reconcile: {callback_grace: 1m, give_up_after: 2d}
            retention: 30d
            """
        )
        #expect(configuration.stateDirectory == "/srv/dialer")
        #expect(configuration.campaignDirectory == "/srv/drop")
        #expect(configuration.plivo.baseURL == "http://127.0.0.1:9000/v1")
        #expect(configuration.plivo.authID == "SA0123456789ABCDEFGH")
        #expect(configuration.plivo.authToken == Secret(ConfigurationFixture.token))
        #expect(configuration.plivo.accountTimezone == "America/New_York")
        #expect(configuration.plivo.requestTimeout == .milliseconds(1500))
        #expect(configuration.limits.callsPerSecond == 12.5)
        #expect(configuration.limits.dispatchInterval == .milliseconds(500))
        #expect(configuration.limits.maxCallsInFlight == 7)
        #expect(configuration.limits.maxBatch == 3)
        #expect(configuration.limits.queueAhead == .seconds(120))
        #expect(configuration.limits.apiRequestsPer5Seconds == 9)
        #expect(configuration.callbacks.listen.description == "[::1]:0")
        #expect(configuration.callbacks.publicURL == "http://localhost:8480/dialer")
        #expect(!configuration.callbacks.verifySignatures)
        #expect(configuration.limits.callbackGrace == .seconds(60))
        #expect(configuration.limits.giveUpAfter == .seconds(172_800))
        #expect(configuration.retention == .seconds(30 * 86_400))
        #expect(configuration.warnings.count == 1, "only the signatures: plain http is fine on loopback")
    }

    @Test func theCampaignFolderLiesInTheStateDirectoryUnlessItIsNamed() throws {
        #expect(try ConfigurationFixture().load("state_dir: /srv/dialer").campaignDirectory == "/srv/dialer/campaigns")
    }

    @Test func anEmptySectionIsAllDefaults() throws {
        #expect(try ConfigurationFixture().load("limits:\ndefaults: {}\nreconcile: ~").limits.maxBatch == 1000)
    }

    @Test(arguments: [
        ("retention: 1d", "retention must be a duration from 2d to 3650d"),
        ("limits: {max_batch: 0}", "line 1: limits.max_batch must be a whole number from 1 to 1000, not \"0\""),
        ("limits: {max_batch: 1001}", "a whole number from 1 to 1000, not \"1001\""),
        ("limits: {max_batch: 1e3}", "a whole number"),
        ("limits: {max_batch: [1, 2]}", "not [\"1\", \"2\"]"),
        ("limits: {max_batch: }", "must be a whole number from 1 to 1000, not empty"),
        ("limits: {calls_per_second: fast}", "limits.calls_per_second must be a number from 0.01 to 10000"),
        ("limits: {calls_per_second: 0}", "must be a number from"),
        ("limits: {calls_per_second: nan}", "must be a number from"),
        ("limits: {calls_per_second: 0.1}", "make the interval 10s or more"),
        ("limits: {dispatch_interval: 99ms}", "must be a duration from 100ms to 5m"),
        ("limits: {dispatch_interval: 5}", "such as 500ms, 30s, 5m, 2h or 1d, not \"5\""),
        ("limits: {max_calls_in_flight: 0}", "limits.max_calls_in_flight"),
        ("limits: {queue_ahead: 0s}", "limits.queue_ahead"),
        ("limits: {api_requests_per_5s: 0}", "limits.api_requests_per_5s"),
        ("limits: 5", "line 1: limits must be a section with keys of its own, not \"5\""),
        ("plivo: {auth_id: XX0123456789ABCDEFGH}", "must be 20 letters and digits that begin with MA or SA"),
        ("plivo: {auth_id: MA0123456789ABCDEFG}", "must be 20 letters and digits"),
        ("plivo: {account_timezone: Mars/Olympus}", "plivo.account_timezone must be UTC or an IANA time zone"),
        ("plivo: {account_timezone: GMT+5}", "plivo.account_timezone must be"),
        ("plivo: {base_url: ftp://x}", "plivo.base_url must be an http:// or https:// URL"),
        ("plivo: {request_timeout: 0s}", "plivo.request_timeout"),
        ("callbacks: {public_url: \"https://a/?x=1\"}", "callbacks.public_url must be"),
        ("callbacks: {public_url: dialer.example.com}", "callbacks.public_url must be"),
        ("callbacks: {listen: 8480}", "callbacks.listen must be a host and a port"),
        ("callbacks: {listen: \"127.0.0.1:70000\"}", "callbacks.listen must be a host and a port"),
        ("callbacks: {listen: \"::1:8480\"}", "callbacks.listen must be a host and a port"),
        ("callbacks: {verify_signatures: yes}", "callbacks.verify_signatures must be true or false, not \"yes\""),
        ("reconcile: {give_up_after: 1m}", "must be longer than reconcile.callback_grace, which is 2m"),
        ("state_dir: var/lib", "state_dir must be an absolute path"),
        ("campaign_dir: ./x", "campaign_dir must be an absolute path"),
        ("defaults: {priority: 10}", "defaults.priority must be a whole number from 1 to 9, not \"10\""),
        (
            "defaults: {calls_per_second: 3}",
            "defaults.calls_per_second must not be above limits.calls_per_second, which is 2"
        ),
        (
            "defaults: {calling_hours: {monday: closed}}",
            "defaults.calling_hours.monday is not a known key; the nearest known one is defaults.calling_hours.mon"
        ),
        (
            "defaults: {retry: {bussy: 5m}}",
            "defaults.retry.bussy is not a known key; the nearest known one is defaults.retry.busy"
        ),
        ("limit: {max_batch: 5}", "limit is not a known key; the nearest known one is limits"),
        ("limits: {max_bacth: 5}", "the nearest known one is limits.max_batch"),
        ("max_batch: 5", "the nearest known one is limits.max_batch"),
        ("- a\n- b", "the file must hold keys with values"),
        ("just text", "the file must hold keys with values"),
        ("limits:\n  max_batch: 5\n max_calls: [", "line 3: this is not YAML"),
        ("state_dir: /a\nstate_dir: /b", "state_dir is there more than once"),
        ("limits: {max_batch: 5}\n---\nlimits: {}", "this is not YAML"),
        ("limits:\n\tmax_batch: 5", "line 2: this is not YAML"),
    ])
    func aWrongValueIsOneProblem(yaml: String, expected: String) throws {
        let problems = try ConfigurationFixture().problems(yaml)
        #expect(problems.count == 1 && problems[0].contains(expected), "\(problems)")
    }

    @Test(arguments: ["limits: [", "- a", "state_dir: /a\nstate_dir: /b"])
    func aFileThatIsNotUnderstoodIsTheOnlyProblem(yaml: String) throws {
        #expect(try ConfigurationFixture(token: nil).problems(yaml, complete: false).count == 1)
    }

    @Test func aRateThatIsNoneIsOneProblem() throws {
        let problems = try ConfigurationFixture().problems(
            "limits: {dispatch_interval: 100ms}",
            environment: ["DIALERD_LIMITS_CALLS_PER_SECOND": "0"]
        )
        #expect(problems.count == 1 && problems[0].hasPrefix("$DIALERD_LIMITS_CALLS_PER_SECOND: "), "\(problems)")
    }

    @Test func aKeyLikeNoneHasNoNearest() throws {
        #expect(try ConfigurationFixture().problems("frobnicate: 1").map { $0.contains("nearest") } == [false])
    }

    @Test func everyProblemIsToldAtOnceInTheOrderOfTheFile() throws {
        let problems = try ConfigurationFixture(token: nil).problems(
            "limits:\n  max_batch: 0\n  dispatch_interval: 1x\nplivo:\n  auth_id: no\nstate_dri: /x\n",
            environment: ["DIALERD_LIMITS_MAX_BATHC": "5", "DIALERD_LIMITS_QUEUE_AHEAD": ""],
            complete: false
        )
        let expected = [
            "line 2: limits.max_batch", "line 3: limits.dispatch_interval", "line 5: plivo.auth_id",
            "line 6: state_dri is not a known key; the nearest known one is state_dir",
            "callbacks.public_url is missing", "plivo.auth_token_file /etc/dialerd/auth_token does not exist",
            "$DIALERD_LIMITS_MAX_BATHC: no setting has this variable; the nearest known one is DIALERD_LIMITS_MAX_BATCH",
            "$DIALERD_LIMITS_QUEUE_AHEAD: limits.queue_ahead must be a duration",
        ]
        #expect(problems.count == expected.count, "\(problems)")
        for (problem, beginning) in zip(problems, expected) { #expect(problem.hasPrefix(beginning)) }
    }

    @Test func theFileItselfCanBeTheProblem() throws {
        let fixture = try ConfigurationFixture()
        let cases = [
            (
                fixture.folder.path + "/none.yaml",
                "does not exist: create it, or name another with --config or $DIALERD_CONFIG"
            ),
            (fixture.folder.path, "is a directory, not a file"),
        ]
        for (path, expected) in cases {
            #expect {
                try Configuration.load(file: path, environment: [:])
            } throws: {
                ($0 as? SettingsError)?.description == "the configuration file \(path) \(expected)"
            }
        }
        try Data([0xFF, 0xFE, 0x41, 0x00]).write(to: fixture.folder.appending(path: "latin.yaml"))
        #expect(throws: SettingsError.self) {
            try Configuration.load(file: fixture.folder.path + "/latin.yaml", environment: [:])
        }
    }

    @Test func theEnvironmentOverridesTheFile() throws {
        let configuration = try ConfigurationFixture().load(
            "limits: {calls_per_second: 3, max_batch: 10}",
            environment: [
                "DIALERD_LIMITS_CALLS_PER_SECOND": "10", "DIALERD_DEFAULTS_RETRY_BUSY": "5m",
                "DIALERD_DEFAULTS_RETRY_MAX_ATTEMPTS": "2", "DIALERD_CONFIG": "/elsewhere", "HOME": "/root",
            ]
        )
        #expect(configuration.limits.callsPerSecond == 10)
        #expect(configuration.limits.maxBatch == 10)
    }

    @Test(arguments: [
        ("DIALERD_PLIVO_AUTHID", "DIALERD_PLIVO_AUTH_ID"), ("DIALERD_STATEDIR", "DIALERD_STATE_DIR"),
        ("DIALERD_LIMIT_QUEUE_AHEAD", "DIALERD_LIMITS_QUEUE_AHEAD"),
    ])
    func anUnknownVariableNamesTheNearest(name: String, nearest: String) throws {
        let problems = try ConfigurationFixture().problems("", environment: [name: "x"])
        #expect(problems == ["$\(name): no setting has this variable; the nearest known one is \(nearest)"])
    }

    @Test func plainHTTPIsWarnedAboutUnlessItStaysOnTheMachine() throws {
        let hosts = [
            ("http://127.0.0.1:1", 0), ("http://[::1]:1", 0), ("http://localhost", 0), ("http://127.9.9.9", 0),
            ("https://example.com", 0), ("http://example.com", 1), ("http://127.0.0.1.example.com", 1),
            ("http://10.0.0.1", 1),
        ]
        for (url, warnings) in hosts {
            let configuration = try ConfigurationFixture().load("callbacks: {public_url: \"\(url)\"}")
            #expect(configuration.warnings.count == warnings, "\(url)")
        }
    }
}
