import AsyncHTTPClient
import Logging
import NIOCore
import NIOHTTP1
import PlivoSimulator

/// A simulator that really runs, a customer's web server beside it, and a client that talks to the one as the other.
struct LiveSimulator: Sendable {
    struct Answer: Sendable {
        let status: Int
        let body: String
    }

    let settings: SimulatorSettings
    /// `http://127.0.0.1:PORT/v1`
    let baseURL: String
    let receiverPort: Int
    let callbacks: AsyncStream<Receiver.Callback>

    /// Starts both, runs `body`, and stops them.
    static func run(
        _ configure: (inout SimulatorSettings) -> Void = { _ in },
        _ body: @escaping @Sendable (LiveSimulator) async throws -> Void
    ) async throws {
        var settings = SimulatorSettings()
        settings.listen = ListenAddress(host: "127.0.0.1", port: 0)
        settings.switchboard.callsPerSecond = 10_000
        settings.switchboard.speed = 10_000
        settings.switchboard.cdrDelayMilliseconds = 0
        configure(&settings)
        let receiver = Receiver()
        let (baseURLs, baseURLFound) = AsyncStream<String>.makeStream()
        let (ports, portFound) = AsyncStream<Int>.makeStream()
        var logger = Logger(label: "test")
        logger.logLevel = .critical

        try await withThrowingTaskGroup(of: Void.self) { [settings, logger] group in
            group.addTask { try? await Simulator(settings: settings, logger: logger).run { baseURLFound.yield($0) } }
            group.addTask { try? await receiver.run { portFound.yield($0) } }
            var (baseURL, port) = ("", 0)
            for await found in baseURLs {
                baseURL = found
                break
            }
            for await found in ports {
                port = found
                break
            }
            defer { group.cancelAll() }
            try await body(
                LiveSimulator(settings: settings, baseURL: baseURL, receiverPort: port, callbacks: receiver.callbacks)
            )
        }
    }

    func receiver(_ path: String) -> JSONValue {
        .string("http://127.0.0.1:\(receiverPort)\(path)")
    }

    func request(
        _ method: HTTPMethod,
        _ resource: String,
        body: String? = nil,
        contentType: String = "application/json",
        authorization: String? = nil
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: "\(baseURL)/Account/\(settings.authID)/\(resource)")
        request.method = method
        request.headers.add(name: "Authorization", value: authorization ?? settings.authorization)
        if let body {
            request.headers.add(name: "Content-Type", value: contentType)
            request.body = .bytes(ByteBuffer(string: body))
        }
        return try await send(request)
    }

    /// One of the simulator's own pages.
    func page(_ path: String) async throws -> String {
        try await send(HTTPClientRequest(url: "\(baseURL.dropLast("/v1".count))\(path)")).body
    }

    /// A make-call request.
    func call(_ to: String, _ more: [String: JSONValue] = [:]) async throws -> Answer {
        var json = JSONText()
        json.add("from", "14155550100")
        json.add("to", to)
        var text = json.finished()
        for (key, value) in more.merging(
            ["answer_url": .string("https://example.com/a.xml")],
            uniquingKeysWith: { first, _ in first }
        ) {
            guard case .string(let string) = value else { continue }
            text = "\(text.dropLast()),\"\(key)\":\"\(string)\"}"
        }
        return try await request(.POST, "Call/", body: text)
    }

    private func send(_ request: HTTPClientRequest) async throws -> Answer {
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(20))
        let body = try await response.body.collect(upTo: 1 << 24)
        return Answer(status: Int(response.status.code), body: String(buffer: body))
    }
}
