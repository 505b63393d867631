package import DialerCore
package import PlivoAPI

extension CallbackServer {
    package struct Configuration: Sendable {
        package var host: String
        /// Zero for any free port.
        package var port: Int
        /// What Plivo is told to call: the signed URL begins with it, whatever the `Host` field says.
        package var publicURL: String
        /// Nil leaves callbacks unchecked (`verify_signatures: false`).
        package var signature: SignatureV3?
        package var zone: AccountTimeZone
        /// A connection on which nothing comes for so long, between two requests or within one, is closed.
        package var idleSeconds: Int64
        /// Further connections wait in the kernel's queue.
        package var maxConnections: Int

        package init(
            host: String,
            port: Int,
            publicURL: String,
            signature: SignatureV3?,
            zone: AccountTimeZone,
            idleSeconds: Int64 = 30,
            maxConnections: Int = 4096
        ) {
            self.host = host
            self.port = port
            self.publicURL = publicURL
            self.signature = signature
            self.zone = zone
            self.idleSeconds = idleSeconds
            self.maxConnections = maxConnections
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
