import Foundation
import TestSupport

/// A running `plivo-simulator`, and what it knows.
struct Simulator {
    static let authID = "MASYSTEMTESTSYSTEM00"
    static let authToken = "token-of-the-system-tests"

    struct Call: Decodable {
        var call_uuid: String
        var to: String
        var outcome: String?
        var hangup_cause_code: Int?
    }

    struct Stats: Decodable {
        struct Callbacks: Decodable {
            var delivered: Int
            var failed: Int
        }

        struct Calls: Decodable {
            var queued: Int
            var ringing: Int
            var in_progress: Int
            var ended: Int

            var placed: Int { queued + ringing + in_progress + ended }
        }

        var callbacks: Callbacks
        var calls: Calls
    }

    private struct Calls: Decodable {
        var calls: [Call]
    }

    let program: RunningProgram
    private let folder: String
    /// `http://127.0.0.1:PORT/v1`
    let baseURL: String

    init(_ flags: [String], in folder: String) async throws {
        let account = ["--listen", "127.0.0.1:0", "--auth-id", Self.authID, "--auth-token", Self.authToken]
        let program = try RunningProgram(.plivoSimulator, account + flags, in: folder, name: "simulator")
        self.program = program
        self.folder = folder
        baseURL = try await program.waits(for: "the simulator's address", in: program.output) { text in
            text.split { $0 == " " || $0 == "\n" }.last { $0.hasSuffix("/v1") }.map(String.init)
        }
    }

    /// Every call that was placed, in the order of their placing.
    func calls() async throws -> [Call] { try await page("calls", as: Calls.self).calls }

    func stats() async throws -> Stats { try await page("stats", as: Stats.self) }

    private func page<Page: Decodable>(_ name: String, as type: Page.Type) async throws -> Page {
        let url = baseURL.replacing("/v1", with: "/simulator/\(name)")
        let (_, body) = try await HTTP.get(url, in: folder)
        return try JSONDecoder().decode(type, from: Data(body.utf8))
    }
}
