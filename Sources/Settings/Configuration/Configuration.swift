package import DialerCore

/// `dialerd.yaml` with the environment over it, complete and checked (docs/configuration.md, "dialerd.yaml"). Ranges and
/// defaults are those of ``ConfigurationKey``.
package struct Configuration: Sendable {
    /// The folder of the database and the lock file; an absolute path.
    package var stateDirectory: String
    /// The watched folder; an absolute path.
    package var campaignDirectory: String
    package var plivo: Plivo
    package var limits: DialingLimits
    package var callbacks: Callbacks
    package var log: Log
    /// How long a campaign stays in the database after its end.
    package var retention: Duration
    /// Settings for campaigns that leave them out.
    package var defaults: CampaignDefaults
    /// All names of time zones are looked up here.
    package var timeZones: any TimeZones
    /// Settings that work but should be changed, a sentence each.
    package var warnings: [String] = []

    package struct Plivo: Sendable {
        /// Without a slash at its end; requests append `/Account/{auth_id}/…`.
        package var baseURL: String
        /// 20 characters that begin with `MA` or `SA`.
        package var authID: String
        /// Empty if the token cannot be read and is not needed.
        package var authToken: Secret
        /// Where the token was found, or why there is none.
        package var authTokenPlace: Result<AuthTokenPlace, SettingsProblem>
        /// A known IANA name: callbacks carry local times without an offset.
        package var accountTimezone: String
        package var requestTimeout: Duration
    }

    package struct Callbacks: Sendable {
        package var listen: ListenAddress
        /// The base of the URLs that Plivo calls; without a slash at its end.
        package var publicURL: String
        package var verifySignatures: Bool
        /// Nil for plain HTTP, as behind a proxy that speaks TLS.
        package var tls: TLS?

        /// Absolute paths of PEM files.
        package struct TLS: Hashable, Sendable {
            package var certificate: String
            package var key: String
        }

        /// The name or address in ``publicURL``, without brackets.
        package var publicHost: String { WebAddress(publicURL)?.host ?? "" }

        /// Whether callbacks come from this machine, that is, from a simulator and not from Plivo.
        package var isPublicURLOnLoopback: Bool { WebAddress(publicURL)?.isLoopback ?? false }
    }

    package struct Log: Hashable, Sendable {
        package enum Level: String, CaseIterable, Sendable {
            case trace, debug, info, notice, warning, error, critical
        }

        package enum Format: String, CaseIterable, Sendable {
            /// The journal if standard error leads there, otherwise text.
            case auto
            case text, json, journal
        }

        package var level: Level
        package var format: Format
        /// Whether phone numbers in texts of other programs, such as Plivo, are logged.
        package var numbers: Bool
    }
}

extension Configuration {
    static let catalog = KeyCatalog(ConfigurationKey.all.map(\.name) + CampaignSettings.keys.map { "defaults." + $0 })
}
