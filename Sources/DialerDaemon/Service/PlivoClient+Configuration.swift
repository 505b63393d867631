import DialerCore
package import HTTPClient
package import PlivoAPI
package import Settings

extension PlivoClient {
    /// For the configured account.
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
    /// With the configured time-out, under our own name.
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
    /// Of the account's console, in which Plivo tells times without an offset.
    var accountZone: AccountTimeZone {
        timeZones.zone(plivo.accountTimezone).map(AccountTimeZone.init(rules:)) ?? .utc
    }
}
