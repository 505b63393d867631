import HTTPTypes
import Hummingbird
import NIOCore

/// The simulator's own pages, which Plivo does not have (docs/simulator.md, "Pages of the simulator"). They need no
/// credentials.
struct SimulatorPages {
    /// The number of calls that are rendered under one lock and written in one piece.
    private static let callsPerPiece = 1000

    let simulation: SharedCallSimulation
    let admission: RequestAdmission

    /// Returns nil for every other path and method.
    func page(_ path: String, method: String) -> Response? {
        guard method == "GET" else { return nil }
        let body: ResponseBody
        switch path {
        case "/simulator/calls", "/simulator/calls/": body = calls()
        case "/simulator/stats", "/simulator/stats/": body = stats()
        default: return nil
        }
        return Response(status: .ok, headers: [.contentType: "application/json"], body: body)
    }

    /// Written piece by piece: the list of a million calls has some 250 MB.
    private func calls() -> ResponseBody {
        ResponseBody { [simulation] writer in
            var start = 0
            try await writer.write(ByteBuffer(string: #"{"calls":["#))
            while true {
                let calls = simulation.withLock { simulation, _ in
                    simulation.placedCalls(from: start, count: Self.callsPerPiece)
                }
                if calls.isEmpty { break }
                let entries = calls.map { $0.listingJSON.json }.joined(separator: ",\n")
                try await writer.write(ByteBuffer(string: start == 0 ? "\n\(entries)" : ",\n\(entries)"))
                start += calls.count
            }
            try await writer.write(ByteBuffer(string: "\n]}\n"))
            try await writer.finish(nil)
        }
    }

    private func stats() -> ResponseBody {
        let counters = simulation.withLock { simulation, _ in simulation.counters }
        let callbacks: JSONObject = [
            "sent": counters.callbacksSent, "delivered": counters.callbacksDelivered,
            "failed": counters.callbacksFailed, "lost": counters.callbacksLost, "withheld": counters.callbacksWithheld,
        ]
        let calls: JSONObject = [
            "queued": counters.queued, "ringing": counters.ringing, "in_progress": counters.inProgress,
            "ended": counters.ended,
        ]
        let stats: JSONObject = ["requests": admission.requests, "callbacks": callbacks, "calls": calls]
        return ResponseBody(byteBuffer: ByteBuffer(string: stats.json + "\n"))
    }
}
