import CallbackServer
import DialerCore
import HTTPClient
import Logging
import PlivoAPI
import ServiceLifecycle
import Synchronization

let publicURL = "https://dialer.example.com/prefix"
let signature = SignatureV3(authToken: "Y2Q2ZDgxZmY5YWRiOTI5YmQ1Njg0MTAxZWIyOTc4")

let silent = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })

/// A running server, as a test uses it.
struct RunningServer: Sendable {
    let port: Int
    let server: CallbackServer
    let verification: CallbackServer.Verification
    let transport: HTTPTransport
    let group: ServiceGroup

    var url: String { "http://127.0.0.1:\(port)" }

    func post(_ path: String, _ form: String, headers: [String: String]) async -> HTTPOutcome {
        await transport.send(HTTPRequest(method: .post, url: url + path, headers: headers, body: Array(form.utf8)))
    }

    func get(_ path: String, headers: [String: String] = [:]) async -> HTTPOutcome {
        await transport.send(HTTPRequest(method: .get, url: url + path, headers: headers))
    }

    /// Sends a callback as Plivo signs it: for the public URL, not for the address that it is sent to.
    func signedPost(_ path: String, _ form: String) async -> HTTPOutcome {
        await post(path, form, headers: signed(path, form))
    }

    func signed(_ path: String, _ form: String = "", isGet: Bool = false) -> [String: String] {
        let pairs = FormPairs(decoding: form.utf8)
        let value = signature.sign(nonce: "31627761", isGet: isGet, url: publicURL + path, form: pairs)
        return ["X-Plivo-Signature-V3": value, "X-Plivo-Signature-V3-Nonce": "31627761"]
    }
}

/// The events that the server has handed to the daemon.
final class Inbox: Sendable {
    private let state = Mutex<[CallbackEvent]>([])

    var events: [CallbackEvent] { state.withLock { $0 } }

    func add(_ event: CallbackEvent) {
        state.withLock { $0.append(event) }
    }
}

/// Runs `test` against a server on a free port, then shuts the server down gracefully and waits for its end.
func withCallbackServer(
    isVerifying: Bool = true,
    tls: TLSFiles? = nil,
    idleSeconds: Int64 = 30,
    maxConnections: Int = 4096,
    accept: @escaping @Sendable (CallbackEvent) async throws -> Void = { _ in },
    health: HealthReport = HealthReport(),
    metrics: [Metric] = [],
    logger: Logger = silent,
    test: @escaping @Sendable (RunningServer) async throws -> Void
) async throws {
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    let verification = CallbackServer.Verification(
        publicURL: publicURL + "/",
        signature: isVerifying ? signature : nil,
        zone: .utc
    )
    var configuration = CallbackServer.Configuration(verification, tls: tls)
    configuration.idleSeconds = idleSeconds
    configuration.maxConnections = maxConnections
    let server = try CallbackServer(
        configuration,
        socket: ListeningSocket(host: "127.0.0.1", port: 0),
        handlers: CallbackServer.Handlers(accept: accept, health: { health }, metrics: { metrics }),
        logger: logger,
        onListening: { port.yield($0) }
    )
    let group = ServiceGroup(
        configuration: ServiceGroupConfiguration(
            services: [server],
            logger: silent
        )
    )
    let transport = try HTTPTransport()
    try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask { try await group.run() }
        guard let port = await ports.first(where: { _ in true }) else { return }
        let result: Result<Void, any Error>
        do {
            result = .success(
                try await test(
                    RunningServer(
                        port: port,
                        server: server,
                        verification: verification,
                        transport: transport,
                        group: group
                    )
                )
            )
        } catch {
            result = .failure(error)
        }
        await group.triggerGracefulShutdown()
        try await tasks.waitForAll()
        try result.get()
    }
    await transport.shutDown(within: .zero)
}

extension HTTPOutcome {
    var response: HTTPResponse? {
        if case .response(let response) = self { response } else { nil }
    }

    var status: Int? { response?.status }

    var text: String? { response.map { String(decoding: $0.body, as: UTF8.self) } }
}
