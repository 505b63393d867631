import AsyncHTTPClient
import Logging
import NIOCore
import NIOHTTP1
import PlivoSimulator

/// A simulator that serves over real sockets, a customer's web server beside it, and an API client.
struct RunningSimulator: Sendable {
    struct Response: Sendable {
        let status: Int
        let body: String
    }

    let settings: SimulatorSettings
    /// `http://127.0.0.1:PORT/v1`
    let baseURL: String
    let receiverPort: Int
    let callbacks: AsyncStream<CallbackReceiver.Callback>

    /// Starts the simulator and the web server, runs `body`, and stops both.
    static func run(
        _ configure: (inout SimulatorSettings) -> Void = { _ in },
        _ body: @escaping @Sendable (RunningSimulator) async throws -> Void
    ) async throws {
        var settings = SimulatorSettings()
        settings.listen = ListenAddress(host: "127.0.0.1", port: 0)
        settings.calls.callsPerSecond = 10_000
        settings.calls.speed = 10_000
        settings.calls.cdrDelayMilliseconds = 0
        configure(&settings)
        let receiver = CallbackReceiver()
        let (baseURLs, baseURLFound) = AsyncStream<String>.makeStream()
        let (ports, portFound) = AsyncStream<Int>.makeStream()
        var logger = Logger(label: "test")
        logger.logLevel = .critical

        try await withThrowingTaskGroup(of: Void.self) { [settings, logger] group in
            group.addTask { try? await Simulator(settings: settings, logger: logger).run { baseURLFound.yield($0) } }
            group.addTask { try? await receiver.run { portFound.yield($0) } }
            defer { group.cancelAll() }
            let simulator = RunningSimulator(
                settings: settings,
                baseURL: await baseURLs.first { _ in true } ?? "",
                receiverPort: await ports.first { _ in true } ?? 0,
                callbacks: receiver.callbacks
            )
            try await body(simulator)
        }
    }

    /// A URL of the customer's web server.
    func receiver(_ path: String) -> JSONValue {
        .string("http://127.0.0.1:\(receiverPort)\(path)")
    }

    func request(
        _ method: HTTPMethod,
        _ resource: String,
        body: String? = nil,
        contentType: String = "application/json",
        authorization: String? = nil
    ) async throws -> Response {
        var request = HTTPClientRequest(url: "\(baseURL)/Account/\(settings.authID)/\(resource)")
        request.method = method
        request.headers.add(name: "Authorization", value: authorization ?? settings.authorization)
        if let body {
            request.headers.add(name: "Content-Type", value: contentType)
            request.body = .bytes(ByteBuffer(string: body))
        }
        return try await send(request)
    }

    /// The body of one of the simulator's own pages.
    func page(_ path: String) async throws -> String {
        try await send(HTTPClientRequest(url: "\(baseURL.dropLast("/v1".count))\(path)")).body
    }

    /// Sends a make-call request.
    func call(_ to: String, _ arguments: [String: JSONValue] = [:]) async throws -> Response {
        var members = Samples.members(arguments)
        members["to"] = .string(to)
        let pairs = members.compactMap { key, value -> String? in
            guard case .string(let text) = value else { return nil }
            return "\"\(key)\":\"\(text)\""
        }
        return try await request(.POST, "Call/", body: "{\(pairs.joined(separator: ","))}")
    }

    private func send(_ request: HTTPClientRequest) async throws -> Response {
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(20))
        let body = try await response.body.collect(upTo: 1 << 24)
        return Response(status: Int(response.status.code), body: String(buffer: body))
    }
}
