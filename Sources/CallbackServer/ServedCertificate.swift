import NIOSSL
import Synchronization

/// The certificate for new connections. It can be replaced while the server runs, by any thread.
final class ServedCertificate: Sendable {
    private let context: Mutex<NIOSSLContext>

    init(_ files: TLSFiles) throws(TLSProblem) {
        context = Mutex(try Self.context(of: files))
    }

    /// - Throws: ``TLSProblem``; the previous certificate then stays in use.
    func load(_ files: TLSFiles) throws(TLSProblem) {
        let new = try Self.context(of: files)
        context.withLock { $0 = new }
    }

    func handler() -> NIOSSLServerHandler {
        NIOSSLServerHandler(context: context.withLock { $0 })
    }

    private static func context(of files: TLSFiles) throws(TLSProblem) -> NIOSSLContext {
        let chain: [NIOSSLCertificate]
        let key: NIOSSLPrivateKey
        do {
            chain = try NIOSSLCertificate.fromPEMFile(files.certificate)
        } catch {
            throw problem("tls_certificate", files.certificate, "holds no certificate in PEM")
        }
        do {
            key = try NIOSSLPrivateKey(file: files.key, format: .pem)
        } catch {
            throw problem("tls_key", files.key, "holds no private key in PEM without a passphrase")
        }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) },
            privateKey: .privateKey(key)
        )
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["http/1.1"]
        do {
            return try NIOSSLContext(configuration: configuration)
        } catch {
            throw problem("tls_key", files.key, "is not the key of the first certificate in \(files.certificate)")
        }
    }

    private static func problem(_ key: String, _ path: String, _ defect: String) -> TLSProblem {
        TLSProblem(
            description: "callbacks.\(key): \(path) cannot be read by the daemon's user, or \(defect): correct that"
        )
    }
}
