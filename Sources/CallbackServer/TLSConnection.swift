import HummingbirdCore
import Logging
import NIOCore
import NIOSSL

/// A connection that starts with a TLS handshake.
struct TLSConnection<Plain: ServerChildChannel>: ServerChildChannel {
    private let plain: Plain
    private let certificate: ServedCertificate

    init(_ plain: Plain, certificate: ServedCertificate) {
        self.plain = plain
        self.certificate = certificate
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Plain.Value> {
        channel.eventLoop.preconditionInEventLoop()
        return channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandler(certificate.handler())
        }.flatMap {
            plain.setup(channel: channel, logger: logger)
        }
    }

    func handle(value: Plain.Value, logger: Logger) async {
        await plain.handle(value: value, logger: logger)
    }
}
