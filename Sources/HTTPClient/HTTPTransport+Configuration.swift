extension HTTPTransport {
    package struct Configuration: Sendable {
        /// From the moment at which the request gets a free slot, connecting included, to the response's last byte.
        package var requestTimeout: Duration
        /// Limits name resolution, connecting and the TLS handshake together, and also the wait for a free slot: a
        /// request is sent within twice this time after its submission, or never.
        package var connectTimeout: Duration
        /// The most requests under way at the same time. Over HTTP/1.1 each has a connection of its own.
        package var maxConcurrentRequests: Int
        /// A response with a longer body ends as `broken`.
        package var maxResponseBytes: Int
        /// A connection that was idle for longer is not used again. The limit must be shorter than the server's own (60
        /// s in common load balancers): a POST that is sent while the server closes the connection ends as `broken`,
        /// and nothing tells whether the server has acted on the POST.
        package var maxConnectionIdle: Duration
        package var userAgent: String
        /// A PEM file of certificate authorities to trust instead of the system's.
        package var certificateAuthorityFile: String?
        /// `host:port` to connect to instead of the URL's. Certificates are still checked against the URL's host.
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
