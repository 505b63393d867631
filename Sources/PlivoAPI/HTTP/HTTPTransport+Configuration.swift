extension HTTPTransport {
    package struct Configuration: Sendable {
        /// From the moment a request gets one of the slots, connecting included, to the last byte of its answer.
        package var requestTimeout: Duration
        /// Name resolution, connecting and the TLS handshake; also the longest wait for a free slot: no
        /// request leaves later than twice this time after it was handed over.
        package var connectTimeout: Duration
        /// Requests on the wire at a time; over HTTP/1.1 each has a connection of its own.
        package var maxConcurrentRequests: Int
        /// A longer answer breaks the connection.
        package var maxResponseBytes: Int
        /// An idle connection older than this is not used again: a request that meets the server's own closing of
        /// the connection is in doubt, so we let go first (common load balancers do after 60 s).
        package var maxConnectionIdle: Duration
        package var userAgent: String
        /// A PEM file of certificate authorities to trust instead of the system's.
        package var certificateAuthorityFile: String?
        /// `host:port` to connect to, whatever the URL names; certificates are still those of the URL's host.
        package var connectTo: String?

        package init(
            requestTimeout: Duration = .seconds(30),
            connectTimeout: Duration = .seconds(10),
            maxConcurrentRequests: Int = 64,
            maxResponseBytes: Int = 8 << 20,
            maxConnectionIdle: Duration = .seconds(30),
            userAgent: String = "dialerd",
            certificateAuthorityFile: String? = nil,
            connectTo: String? = nil
        ) {
            self.requestTimeout = requestTimeout
            self.connectTimeout = connectTimeout
            self.maxConcurrentRequests = maxConcurrentRequests
            self.maxResponseBytes = maxResponseBytes
            self.maxConnectionIdle = maxConnectionIdle
            self.userAgent = userAgent
            self.certificateAuthorityFile = certificateAuthorityFile
            self.connectTo = connectTo
        }
    }
}
