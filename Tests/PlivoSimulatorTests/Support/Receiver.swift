import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import PlivoSimulator

/// A customer's web server: takes callbacks, keeps them, and answers with XML.
struct Receiver: Sendable {
    struct Callback: Sendable {
        let method: String
        let path: String
        let query: String?
        let body: String
        let headers: HTTPFields

        var parameters: [String: String] {
            let pairs = FormText.decode(method == "GET" ? query ?? "" : body)
            return Dictionary(pairs.map { ($0.key, $0.value) }) { first, _ in first }
        }

        func header(_ name: String) -> String {
            HTTPField.Name(name).flatMap { headers[$0] } ?? ""
        }
    }

    let callbacks: AsyncStream<Callback>
    private let arrivals: AsyncStream<Callback>.Continuation

    init() {
        (callbacks, arrivals) = AsyncStream.makeStream()
    }

    /// Serves until the task is cancelled. A path that contains `/status/NNN` is answered with that status.
    func run(onReady: @escaping @Sendable (_ port: Int) -> Void) async throws {
        let responder = CallbackResponder<ConnectionContext> { request, _ in
            let body = try await request.body.collect(upTo: 1 << 20)
            arrivals.yield(
                Callback(
                    method: request.method.rawValue,
                    path: request.uri.path,
                    query: request.uri.query,
                    body: String(buffer: body),
                    headers: request.headers
                )
            )
            let parts = request.uri.path.split(separator: "/")
            let status = parts.first == "status" ? Int(parts[1]) ?? 200 : 200
            return Response(
                status: .init(code: status),
                body: ResponseBody(byteBuffer: ByteBuffer(string: "<Response/>"))
            )
        }
        var logger = Logger(label: "receiver")
        logger.logLevel = .critical
        let server = Application(
            responder: responder,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in onReady(channel.localAddress?.port ?? 0) },
            logger: logger
        )
        try await server.run()
    }
}
