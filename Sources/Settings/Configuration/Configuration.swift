package import DialerCore

/// `dialerd.yaml` with the environment over it, complete and checked (interface, section 2; `docs/configuration.md`).
package struct Configuration: Sendable {
    /// Database and lock file; an absolute path.
    package var stateDirectory: String
    /// The watched folder; an absolute path.
    package var campaignDirectory: String
    package var plivo: Plivo
    package var limits: Limits
    package var callbacks: Callbacks
    package var reconcile: Reconcile
    package var log: Log
    /// How long a campaign stays in the database after its end.
    package var retention: Duration
    /// What a campaign's own settings leave out.
    package var defaults: CampaignDefaults
    /// Where every name of a zone is looked up.
    package var timeZones: any TimeZones
    /// What works but should not stay so, one sentence each.
    package var warnings: [String] = []

    package struct Plivo: Sendable {
        /// Without a slash at the end; `/Account/{auth_id}/…` is added.
        package var baseURL: String
        /// 20 characters, beginning with `MA` or `SA`.
        package var authID: String
        /// Empty if it cannot be read and need not be.
        package var authToken: Secret
        /// Where the token comes from, in words, or why there is none.
        package var authTokenPlace: Result<AuthTokenPlace, SettingsProblem>
        /// A known IANA name: callbacks carry local times without an offset.
        package var accountTimezone: String
        package var requestTimeout: Duration
    }

    package struct Limits: Sendable {
        /// The account's CPS.
        package var callsPerSecond: Double
        package var dispatchInterval: Duration
        /// Handed to Plivo and not yet ended, in doubt included.
        package var maxCallsInFlight: Int
        /// Destinations in one request, 1 to 1000 (docs: call-api, "to").
        package var maxBatch: Int
        /// Seconds' worth of calls that may wait in Plivo's queue.
        package var queueAhead: Duration
        package var apiRequestsPer5Seconds: Int
    }

    package struct Callbacks: Sendable {
        package var listen: ListenAddress
        /// What Plivo is told to call; without a slash at the end.
        package var publicURL: String
        package var verifySignatures: Bool
        /// Nil speaks plain HTTP, to a proxy that speaks TLS.
        package var tls: TLS?

        /// Absolute paths of PEM files.
        package struct TLS: Hashable, Sendable {
            package var certificate: String
            package var key: String
        }

        /// Its name or address, without brackets.
        package var publicHost: String { WebAddress(publicURL)?.host ?? "" }

        /// Then nothing of it is "outside".
        package var isPublicURLOnLoopback: Bool { WebAddress(publicURL)?.isLoopback ?? false }
    }

    package struct Log: Hashable, Sendable {
        package enum Level: String, CaseIterable, Sendable {
            case trace, debug, info, notice, warning, error, critical
        }

        package enum Format: String, CaseIterable, Sendable {
            /// The journal where standard error leads there, text anywhere else.
            case auto
            case text, json, journal
        }

        package var level: Level
        package var format: Format
        /// Whether numbers in others' words, such as Plivo's, are shown.
        package var numbers: Bool
    }

    package struct Reconcile: Sendable {
        /// After the latest moment at which a call can have ended, before its CDR is polled.
        package var callbackGrace: Duration
        /// Then the contact ends as unknown.
        package var giveUpAfter: Duration
    }
}

extension Configuration {
    /// Every key outside `defaults`.
    package static let keys = [
        "state_dir", "campaign_dir", "retention",
        "plivo.base_url", "plivo.auth_id", "plivo.auth_token_file", "plivo.account_timezone", "plivo.request_timeout",
        "limits.calls_per_second", "limits.dispatch_interval", "limits.max_calls_in_flight", "limits.max_batch",
        "limits.queue_ahead", "limits.api_requests_per_5s",
        "callbacks.listen", "callbacks.public_url", "callbacks.verify_signatures",
        "callbacks.tls_certificate", "callbacks.tls_key",
        "reconcile.callback_grace", "reconcile.give_up_after",
        "log.level", "log.format", "log.numbers",
    ]

    static let catalog = KeyCatalog(keys + CampaignSettings.keys.map { "defaults." + $0 })
}
