import DialerCore
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import PlivoAPI
import Synchronization

/// Answers requests. Any number may run at the same time.
final class RequestHandler: Sendable {
    /// In bytes. A hangup callback has about 1 KB.
    static let maxBodyBytes = 64 << 10

    /// The current verification and the previous one, because calls under way have the URLs of the previous one.
    private let verifications: Mutex<[CallbackServer.Verification]>
    private let handlers: CallbackServer.Handlers
    private let logger: Logger
    private let counters = CallbackCounters()

    init(_ verification: CallbackServer.Verification, handlers: CallbackServer.Handlers, logger: Logger) {
        verifications = Mutex([verification])
        self.handlers = handlers
        self.logger = logger
    }

    func use(_ verification: CallbackServer.Verification) {
        // A verification without signatures would accept every request, so it is not kept beside a new verification.
        verifications.withLock { $0 = [verification] + $0.prefix(1).filter { $0.signature != nil } }
    }

    /// Hummingbird calls it for each request; Hummingbird itself closes a connection whose bytes are not HTTP.
    @Sendable func answer(
        _ request: Request,
        _ writer: consuming ResponseWriter,
        _ channel: any Channel
    ) async throws {
        let isLocal = LocalPeer.isLocal(
            remote: channel.remoteAddress?.ipAddress,
            local: channel.localAddress?.ipAddress
        )
        var response = try await response(to: request, isLocal: isLocal)
        response.headers[.date] = HTTPDate.now
        try await writer.write(response: response.head, body: response.body)
    }

    /// - Parameter isLocal: whether the request comes from this machine. Other clients get 404 for health and metrics,
    ///   because these pages show names of campaigns.
    private func response(to request: Request, isLocal: Bool) async throws -> Response {
        let target = request.head.path ?? ""
        guard let route = Route(target: target), isLocal || route.isForEverybody else {
            return Response(status: .notFound)
        }
        guard route.allowedMethods.contains(request.method.rawValue) else {
            return Response(status: .methodNotAllowed, headers: [.allow: route.allowedMethods.joined(separator: ", ")])
        }
        switch route {
        case .health:
            let report = await handlers.health()
            let status: HTTPTypes.HTTPResponse.Status = report.problems.isEmpty ? .ok : .serviceUnavailable
            return answer(status, type: "application/json", text: report.json)
        case .metrics:
            let metrics = await handlers.metrics() + [counters.metric]
            return answer(.ok, type: "text/plain; version=0.0.4", text: metrics.map(\.text).joined())
        case .callback(let kind, let token):
            let status = try await callback(kind, token: token, request, target: target)
            return CallbackRefusal.text(for: status.code).map { answer(status, type: "text/plain", text: $0) }
                ?? Response(status: status)
        }
    }

    /// The signature is checked first, so that a client without a valid signature learns nothing else.
    private func callback(
        _ kind: CallbackEvent.Kind,
        token: String,
        _ request: Request,
        target: String
    ) async throws -> HTTPTypes.HTTPResponse.Status {
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: Self.maxBodyBytes)
        } catch is NIOTooManyBytesError {
            counters.add(.malformed)
            return .contentTooLarge
        }
        let isGet = request.method == .get
        let form = isGet ? [] : FormPairs(decoding: body.readableBytesView)
        let verifications = verifications.withLock { $0 }
        guard let verification = verifications.first(where: { $0.isSigned(request, target: target, form: form) }) else {
            refuseForged()
            return .forbidden
        }
        let query = target.utf8.drop { $0 != UInt8(ascii: "?") }.dropFirst()
        let pairs = isGet ? FormPairs(decoding: query) : form
        guard var event = CallbackEvent(pathKind: kind, token: token, form: pairs, zone: verification.zone) else {
            counters.add(.malformed)
            return .badRequest
        }
        event.parameters = isGet ? String(Substring(query)) : String(buffer: body)
        do {
            try await handlers.accept(event)
        } catch {
            counters.add(.failed)
            return .serviceUnavailable
        }
        counters.add(.accepted)
        return .ok
    }

    /// Logs the 1st, 2nd, 4th, 8th, … forged callback. A flood of forgeries therefore does not flood the log, and a
    /// wrong `public_url` or token, which makes every callback look forged, is visible at once.
    private func refuseForged() {
        let count = counters.add(.forged)
        guard count & (count - 1) == 0 else { return }
        logger.warning(
            "callbacks without a valid signature refused; if they are Plivo's, check public_url and the auth token",
            metadata: ["count": "\(count)"]
        )
    }

    private func answer(_ status: HTTPTypes.HTTPResponse.Status, type: String, text: String) -> Response {
        Response(
            status: status,
            headers: [.contentType: type],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }
}

extension CallbackServer.Verification {
    fileprivate func isSigned(_ request: Request, target: String, form: FormPairs) -> Bool {
        guard let signature else { return true }
        return signature.isValid(
            headerValues: request.headers[values: .plivoSignature] + request.headers[values: .plivoMainSignature],
            nonce: request.headers[.plivoNonce] ?? "",
            isGet: request.method == .get,
            url: publicURL + target,
            form: form
        )
    }
}
