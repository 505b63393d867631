package import DialerCore

/// The keys of `dialerd.yaml` outside of `defaults`.
package enum ConfigurationKey {
    package static let stateDirectory = SettingKey("state_dir", .absolutePath, default: "/var/lib/dialerd")
        .meaning("The folder of the database and its lock file.")
    package static let campaignDirectory =
        SettingKey("campaign_dir", .absolutePath, otherwise: "campaigns in state_dir")
        .meaning("The watched folder; accepted and rejected below it must be on the same file system.")
    package static let retention = SettingKey("retention", .duration(.days(2) ... .days(3650)), default: .days(90))
        .meaning("A campaign leaves the database this long after its end; its results.csv stays.")

    package static let baseURL =
        SettingKey("plivo.base_url", .url(example: plivoURL), default: plivoURL)
        .neverQuoted.meaning("The URL of Plivo's API; /Account/{auth_id}/ and the rest of the path are added.")
    package static let authID = SettingKey("plivo.auth_id", .authID, otherwise: "required")
        .meaning("The auth id of the account, in capitals as Plivo's console shows it.")
    package static let authTokenFile =
        SettingKey("plivo.auth_token_file", .absolutePath, default: "/etc/dialerd/auth_token")
        .neverQuoted.meaning("A file with the account's auth token and nothing else.")
    package static let accountTimezone = SettingKey("plivo.account_timezone", .zone, default: "UTC")
        .meaning("The account's time zone in Plivo's console: callbacks carry local times without an offset.")
    package static let requestTimeout =
        SettingKey("plivo.request_timeout", .duration(.seconds(1) ... .seconds(300)), default: .seconds(30))
        .meaning("How long one request to Plivo may take.")

    package static let callsPerSecond = SettingKey("limits.calls_per_second", .callsPerSecond, default: 2)
        .meaning("The calls that Plivo starts per second for the account (CPS).")
    package static let dispatchInterval =
        SettingKey("limits.dispatch_interval", .duration(.milliseconds(100) ... .seconds(300)), default: .seconds(5))
        .meaning("How often requests are formed, of up to calls_per_second times this interval calls together.")
    package static let maxCallsInFlight = SettingKey("limits.max_calls_in_flight", .callsInFlight, default: 200)
        .meaning("The most calls handed to Plivo and not yet ended, in doubt included.")
    /// At most what Plivo takes in one request (docs/plivo.md, "Bulk requests and uuids").
    package static let maxBatch = SettingKey("limits.max_batch", .integer(1...1000), default: 1000)
        .meaning("The most destinations in one request.")
    package static let queueAhead =
        SettingKey("limits.queue_ahead", .duration(.seconds(1) ... .days(1)), default: .seconds(60))
        .meaning("No more calls are handed over while Plivo's queue holds this many seconds' worth of calls.")
    package static let apiRequestsPer5Seconds =
        SettingKey("limits.api_requests_per_5s", .integer(1...100_000), default: 300)
        .meaning("The most requests of every kind in any five seconds.")

    package static let listen =
        SettingKey("callbacks.listen", .hostAndPort, default: ListenAddress(host: "127.0.0.1", port: 8480))
        .meaning(
            "Where callbacks are received; an IPv6 address stands in brackets, and port 0 lets the system choose, for tests."
        )
    package static let publicURL =
        SettingKey("callbacks.public_url", .url(example: "https://dialer.example.com"), otherwise: "required")
        .neverQuoted.meaning("The URL at which Plivo reaches that listener.")
    package static let verifySignatures = SettingKey("callbacks.verify_signatures", .flag, default: true)
        .meaning("Whether callbacks that Plivo did not sign are refused; false is for tests only.")
    package static let tlsCertificate = SettingKey("callbacks.tls_certificate", .absolutePath, otherwise: "none")
        .meaning("A PEM file with a certificate and its chain: the listener itself speaks TLS, 1.2 or newer.")
    package static let tlsKey = SettingKey("callbacks.tls_key", .absolutePath, otherwise: "none")
        .meaning("A PEM file with the key of that certificate. Set both or neither.")

    package static let callbackGrace =
        SettingKey("reconcile.callback_grace", .duration(.seconds(1) ... .days(1)), default: .seconds(120))
        .meaning("The wait after the latest moment at which a call can have ended, before its record is looked up.")
    package static let giveUpAfter =
        SettingKey("reconcile.give_up_after", .duration(.seconds(60) ... .days(30)), default: .days(1))
        .meaning("The wait after the same moment until the contact ends as unknown; longer than callback_grace.")

    package static let logLevel = SettingKey("log.level", .choice, default: Configuration.Log.Level.info)
        .meaning("The least severe messages that are logged.")
    package static let logFormat = SettingKey("log.format", .choice, default: Configuration.Log.Format.auto)
        .meaning("auto is the journal's own protocol where standard error leads to the journal, else text.")
    package static let logNumbers = SettingKey("log.numbers", .flag, default: false)
        .meaning("Whether phone numbers in texts of other programs, such as Plivo, are logged.")

    private static let plivoURL = "https://api.plivo.com/v1"

    package static let all: [any DocumentedKey] = [
        stateDirectory, campaignDirectory, retention, baseURL, authID, authTokenFile, accountTimezone, requestTimeout,
        callsPerSecond, dispatchInterval, maxCallsInFlight, maxBatch, queueAhead, apiRequestsPer5Seconds, listen,
        publicURL, verifySignatures, tlsCertificate, tlsKey, callbackGrace, giveUpAfter, logLevel, logFormat,
        logNumbers,
    ]
}
