import HTTPTypes
import Hummingbird
import NIOCore

/// The simulator's own pages, which Plivo has not: what it really did, for checks. They need no credentials.
struct SimulatorPages {
    /// Calls rendered under one lock and written in one piece.
    private static let slice = 1000

    let exchange: Exchange
    let gate: GateKeeper

    /// Returns nil unless the path is one of them.
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

    /// Written slice by slice: a million calls are some 250 MB.
    private func calls() -> ResponseBody {
        ResponseBody { [exchange] writer in
            var start = 0
            try await writer.write(ByteBuffer(string: #"{"calls":["#))
            while true {
                let calls = exchange.use { switchboard, _ in switchboard.slice(from: start, count: Self.slice) }
                if calls.isEmpty { break }
                let entries = calls.map(CallListing.entry).joined(separator: ",\n")
                try await writer.write(ByteBuffer(string: start == 0 ? "\n\(entries)" : ",\n\(entries)"))
                start += calls.count
            }
            try await writer.write(ByteBuffer(string: "\n]}\n"))
            try await writer.finish(nil)
        }
    }

    private func stats() -> ResponseBody {
        let counters = exchange.use { switchboard, _ in switchboard.counters }
        var calls = JSONText()
        calls.add("queued", counters.queued)
        calls.add("ringing", counters.ringing)
        calls.add("in_progress", counters.inProgress)
        calls.add("ended", counters.ended)
        var callbacks = JSONText()
        callbacks.add("sent", counters.callbacksSent)
        callbacks.add("delivered", counters.callbacksDelivered)
        callbacks.add("failed", counters.callbacksFailed)
        callbacks.add("lost", counters.callbacksLost)
        callbacks.add("withheld", counters.callbacksWithheld)
        var json = JSONText()
        json.add("requests", gate.use { $0.requests })
        json.add("callbacks", json: callbacks.finished())
        json.add("calls", json: calls.finished())
        return ResponseBody(byteBuffer: ByteBuffer(string: json.finished() + "\n"))
    }
}
