package import DialerCore
package import PlivoAPI

extension CallbackServer {
    package struct Configuration: Sendable {
        package var verification: Verification
        /// Nil speaks plain HTTP.
        package var tls: TLSFiles?
        /// A connection on which nothing comes for so long, between two requests or within one, is closed.
        package var idleSeconds: Int64
        /// Further connections wait in the kernel's queue.
        package var maxConnections: Int

        package init(
            _ verification: Verification,
            tls: TLSFiles? = nil,
            idleSeconds: Int64 = 30,
            maxConnections: Int = 4096
        ) {
            self.verification = verification
            self.tls = tls
            self.idleSeconds = idleSeconds
            self.maxConnections = maxConnections
        }
    }

    /// How a callback is recognised and read; may change while the server runs.
    package struct Verification: Sendable {
        /// What Plivo is told to call: the signed URL begins with it, whatever the `Host` field says. Without a slash
        /// at the end.
        package let publicURL: String
        /// Nil leaves callbacks unchecked (`verify_signatures: false`).
        package let signature: SignatureV3?
        package let zone: AccountTimeZone

        package init(publicURL: String, signature: SignatureV3?, zone: AccountTimeZone) {
            self.publicURL = CallbackURLs.trimmed(publicURL)
            self.signature = signature
            self.zone = zone
        }
    }

    /// What the server asks of the daemon. All may be called many times at once.
    package struct Handlers: Sendable {
        /// Returns when the event is on disk, which is when Plivo gets its 200. Throws to have Plivo repeat it.
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
