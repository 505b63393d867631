import CallbackServer
import Foundation
import HTTPClient
import TestSupport
import Testing

/// The listener can speak TLS itself, without a proxy.
@Suite struct TLSTests {
    private let temporary: TemporaryFolder
    private var folder: URL { temporary.url }

    init() throws {
        temporary = try TemporaryFolder()
    }

    @Test func callbacksComeOverTLSAndNotWithoutIt() async throws {
        let files = try TestCertificate.one.write(to: folder)
        try await withCallbackServer(tls: files) { server in
            #expect(await health(server, trusting: files.certificate) == 200)
            #expect(await server.get("/healthz").status == nil)
        }
    }

    @Test func aRenewedCertificateIsServedFromTheNextConnectionOn() async throws {
        let files = try TestCertificate.one.write(to: folder)
        let old = try temporary.write(TestCertificate.one.certificate, to: "old.pem")
        try await withCallbackServer(tls: files) { server in
            _ = try TestCertificate.two.write(to: folder)
            #expect(await health(server, trusting: old) == 200, "nothing changes by itself")
            try server.server.use(server.verification, tls: files)
            #expect(await health(server, trusting: files.certificate) == 200)
            #expect(await health(server, trusting: old) == nil)
        }
    }

    @Test func aWrongPairIsRefusedAndTheOldOneStays() async throws {
        let files = try TestCertificate.one.write(to: folder)
        let old = try temporary.write(TestCertificate.one.certificate, to: "old.pem")
        try await withCallbackServer(tls: files) { server in
            try TestCertificate.two.certificate.write(toFile: files.certificate, atomically: true, encoding: .utf8)
            let problem = #expect(throws: TLSProblem.self) {
                try server.server.use(server.verification, tls: files)
            }
            #expect(problem?.description.contains("is not the key of the first certificate") == true)
            #expect(await health(server, trusting: old) == 200)
        }
    }

    @Test(arguments: ["certificate.pem", "key.pem"])
    func filesThatAreMissingOrNoPEMAreNamed(name: String) async throws {
        let files = try TestCertificate.one.write(to: folder)
        let path = folder.appending(path: name).path
        for contents in ["", "nonsense", nil] {
            try FileManager.default.removeItem(atPath: path)
            try contents?.write(toFile: path, atomically: true, encoding: .utf8)
            let problem = await #expect(throws: TLSProblem.self) { try await withCallbackServer(tls: files) { _ in } }
            #expect(problem?.description.contains(path) == true)
        }
    }

    private func health(_ server: RunningServer, trusting file: String) async -> Int? {
        guard let transport = try? HTTPTransport(.init(certificateAuthorityFile: file)) else { return nil }
        let url = "https://127.0.0.1:\(server.port)/healthz"
        let outcome = await transport.send(HTTPRequest(method: .get, url: url))
        await transport.shutDown(within: .zero)
        return outcome.status
    }
}
