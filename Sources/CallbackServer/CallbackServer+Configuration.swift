package import DialerCore
package import PlivoAPI

extension CallbackServer {
    package struct Configuration: Sendable {
        package var verification: Verification
        /// Nil for plain HTTP.
        package var tls: TLSFiles?
        /// A connection is closed when it has received nothing for this long, between two requests or during a request.
        package var idleSeconds: Int64 = 30
        /// The most connections at the same time; further connections wait in the kernel's queue.
        package var maxConnections = 4096

        package init(_ verification: Verification, tls: TLSFiles? = nil) {
            self.verification = verification
            self.tls = tls
        }
    }

    /// How a callback is checked and read. It can change while the server runs.
    package struct Verification: Sendable {
        /// The beginning of every URL that Plivo gets, and therefore of the signed URL, whatever the `Host` field says.
        /// It has no slash at its end.
        package let publicURL: String
        /// Nil: signatures are not checked (`verify_signatures: false`).
        package let signature: SignatureV3?
        /// For the local times of hangup callbacks.
        package let zone: AccountTimeZone

        package init(publicURL: String, signature: SignatureV3?, zone: AccountTimeZone) {
            self.publicURL = CallbackURLs.trimmed(publicURL)
            self.signature = signature
            self.zone = zone
        }
    }

    /// The server's requests to the daemon. Any number of calls may run at the same time.
    package struct Handlers: Sendable {
        /// Returns when the event is on disk; only then does Plivo get its 200. After an error Plivo gets a 503 and
        /// repeats the callback.
        package var accept: @Sendable (CallbackEvent) async throws -> Void
        package var health: @Sendable () async -> HealthReport
        package var metrics: @Sendable () async -> [Metric]

        package init(
            accept: @escaping @Sendable (CallbackEvent) async throws -> Void,
            health: @escaping @Sendable () async -> HealthReport,
            metrics: @escaping @Sendable () async -> [Metric]
        ) {
            self.accept = accept
            self.health = health
            self.metrics = metrics
        }
    }
}
