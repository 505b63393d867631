import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import PlivoSimulator

/// A customer's web server: receives callbacks and answers them with XML.
struct CallbackReceiver: Sendable {
    struct Callback: Sendable {
        let method: String
        let path: String
        let query: String?
        let body: String
        let headers: HTTPFields

        var parameters: [String: String] {
            let fields = FormEncoding.decode(method == "GET" ? query ?? "" : body)
            return Dictionary(fields.map { ($0.key, $0.value) }) { first, _ in first }
        }

        func header(_ name: String) -> String {
            HTTPField.Name(name).flatMap { headers[$0] } ?? ""
        }
    }

    /// The received callbacks; awaiting the next one is how tests wait for a callback.
    let callbacks: AsyncStream<Callback>
    private let received: AsyncStream<Callback>.Continuation

    init() {
        (callbacks, received) = AsyncStream.makeStream()
    }

    /// Serves until the task is canceled. A path `/status/NNN/…` is answered with that status, every other path with
    /// 200.
    func run(onReady: @escaping @Sendable (_ port: Int) -> Void) async throws {
        let responder = CallbackResponder<BasicRequestContext> { request, _ in
            let body = try await request.body.collect(upTo: 1 << 20)
            received.yield(
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
