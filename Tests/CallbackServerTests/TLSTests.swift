import CallbackServer
import Foundation
import PlivoAPI
import TestSupport
import Testing

/// The listener speaks TLS itself, for those without a proxy.
@Suite struct TLSTests {
    private let temporary: TemporaryFolder
    private var folder: URL { temporary.url }

    init() throws {
        temporary = try TemporaryFolder()
    }

    @Test func callbacksComeOverTLSAndNotWithoutIt() async throws {
        let files = try TestCertificate.one.write(to: folder)
        try await withCallbackServer(tls: files) { server in
            let status1 = try await health(server, trusting: files.certificate)
            #expect(status1 == 200)
            #expect(await server.get("/healthz").status == nil)
        }
    }

    @Test func aRenewedCertificateIsServedFromTheNextConnectionOn() async throws {
        let files = try TestCertificate.one.write(to: folder)
        let old = folder.appending(path: "old.pem").path
        try TestCertificate.one.certificate.write(toFile: old, atomically: true, encoding: .utf8)
        try await withCallbackServer(tls: files) { server in
            _ = try TestCertificate.two.write(to: folder)
            let status2 = try await health(server, trusting: old)
            #expect(status2 == 200, "nothing changes by itself")
            try server.server.use(server.verification, tls: files)
            let status3 = try await health(server, trusting: files.certificate)
            #expect(status3 == 200)
            let status4 = try await health(server, trusting: old)
            #expect(status4 == nil)
        }
    }

    @Test func aWrongPairIsRefusedAndTheOldOneStays() async throws {
        let files = try TestCertificate.one.write(to: folder)
        let old = folder.appending(path: "old.pem").path
        try TestCertificate.one.certificate.write(toFile: old, atomically: true, encoding: .utf8)
        try await withCallbackServer(tls: files) { server in
            try TestCertificate.two.certificate.write(toFile: files.certificate, atomically: true, encoding: .utf8)
            let problem = #expect(throws: TLSProblem.self) {
                try server.server.use(server.verification, tls: files)
            }
            #expect(problem?.description.contains("is not the key of the first certificate") == true)
            let status5 = try await health(server, trusting: old)
            #expect(status5 == 200)
        }
    }

    @Test(arguments: ["certificate.pem", "key.pem"])
    func filesThatAreMissingOrNoPEMAreNamed(name: String) async throws {
        let files = try TestCertificate.one.write(to: folder)
        let path = folder.appending(path: name).path
        for contents in ["", "nonsense", nil] {
            try FileManager.default.removeItem(atPath: path)
            try contents?.write(toFile: path, atomically: true, encoding: .utf8)
            let problem = await #expect(throws: TLSProblem.self) {
                try await withCallbackServer(tls: files) { _ in }
            }
            #expect(problem?.description.contains(path) == true)
        }
    }

    private func health(_ server: RunningServer, trusting file: String) async throws -> Int? {
        let transport = try HTTPTransport(HTTPTransport.Configuration(certificateAuthorityFile: file))
        let url = "https://127.0.0.1:\(server.port)/healthz"
        let outcome = await transport.send(HTTPRequest(method: .get, url: url))
        await transport.shutDown(within: .zero)
        return outcome.status
    }
}
