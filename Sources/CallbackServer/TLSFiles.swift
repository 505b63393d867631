/// The paths in `callbacks.tls_certificate` and `callbacks.tls_key`. Both files are PEM; the certificate file includes
/// the chain.
package struct TLSFiles: Hashable, Sendable {
    package var certificate: String
    package var key: String

    package init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }

    /// Reads both files.
    ///
    /// - Throws: ``TLSProblem`` if a server could not use them.
    package func check() throws(TLSProblem) {
        _ = try ServedCertificate(self)
    }
}
