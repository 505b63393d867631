import DialerCore
package import HTTPClient
package import PlivoAPI
package import Settings

extension PlivoClient {
    /// Creates a client for the configured account.
    package init(_ configuration: Configuration, transport: HTTPTransport) {
        self.init(
            account: PlivoAccount(
                baseURL: configuration.plivo.baseURL,
                authID: configuration.plivo.authID,
                authToken: configuration.plivo.authToken.exposed
            ),
            zone: configuration.accountZone,
            transport: transport
        )
    }
}

extension HTTPTransport {
    /// A transport with the configured timeout and dialerd's name as its user agent.
    ///
    /// - Throws: `HTTPTransportError`.
    package convenience init(_ configuration: Settings.Configuration) throws {
        try self.init(
            Configuration(
                requestTimeout: configuration.plivo.requestTimeout,
                userAgent: "dialerd/\(Daemon.version)"
            )
        )
    }
}

extension Configuration {
    /// The time zone of the account's console, for Plivo's local times.
    var accountZone: AccountTimeZone {
        timeZones.zone(plivo.accountTimezone).map(AccountTimeZone.init(rules:)) ?? .utc
    }
}
