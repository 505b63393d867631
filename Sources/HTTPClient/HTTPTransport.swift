import CCurl
import Foundation

/// Sends HTTP requests by libcurl. One thread of its own runs libcurl's multi interface; any thread may submit requests.
///
/// It follows no redirect, uses no proxy and repeats no POST (``CurlTransfer`` says how). Connections are kept alive, TLS
/// certificates are verified, and HTTP/2 is used where a TLS server offers it.
package final class HTTPTransport: Sendable {
    package typealias Completion = @Sendable (HTTPOutcome) -> Void

    private let queue: SubmissionQueue

    /// Starts the thread, which runs until ``shutDown(within:)`` or until the transport is released.
    ///
    /// - Throws: ``HTTPTransportError`` when libcurl does not start.
    package init(_ configuration: Configuration = Configuration()) throws(HTTPTransportError) {
        guard Self.isLibraryReady, let loop = CurlLoop(configuration) else { throw .libcurlDoesNotStart }
        queue = loop.queue
        // Safe: only the new thread uses the loop from here on.
        nonisolated(unsafe) let confined = loop
        let thread = Thread { confined.run() }
        thread.name = "http-client"
        thread.start()
    }

    /// `curl_global_init` must be called once in a process. Swift initializes a global once, and thread-safely.
    private static let isLibraryReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// Sends a request and calls `completion` exactly once, on the transport's thread. If the transport is already shut
    /// down, `completion` is called on the caller's thread, with `neverSent`. It must be quick, and may send another
    /// request.
    package func send(_ request: HTTPRequest, completion: @escaping Completion) {
        guard queue.post(Submission(request: request, completion: completion)) else {
            completion(.neverSent(reason: CurlLoop.shutDownReason))
            return
        }
    }

    /// Sends a request and returns its outcome. Canceling the task does not cancel the request.
    package func send(_ request: HTTPRequest) async -> HTTPOutcome {
        await withCheckedContinuation { continuation in
            send(request) { continuation.resume(returning: $0) }
        }
    }

    /// Accepts no more requests, gives up requests whose sending has not begun, and lets the others finish within
    /// `grace`; a request that does not finish ends as `broken`. Returns after the last completion. May be called more
    /// than once: the earliest deadline counts.
    package func shutDown(within grace: Duration) async {
        await withCheckedContinuation { continuation in
            queue.stop(at: .now + grace) { continuation.resume() }
        }
    }

    deinit {
        queue.stop(at: .now) {}
    }
}
