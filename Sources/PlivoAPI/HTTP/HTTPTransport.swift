import CCurl
import Foundation
import Synchronization

/// HTTP over libcurl: one thread runs the multi interface, and any thread hands it requests.
///
/// No retries, no redirects, no proxies. Connections are kept alive, TLS is verified, HTTP/2 is used where a TLS
/// server offers it. A POST leaves at most once; ``CurlTransfer`` says how.
package final class HTTPTransport: Sendable {
    package typealias Completion = @Sendable (HTTPOutcome) -> Void

    private let mailbox: Mailbox

    /// Starts the thread; it runs until ``shutDown(within:)``.
    ///
    /// - Throws: ``HTTPTransportError`` when libcurl does not start.
    package init(_ configuration: Configuration = Configuration()) throws(HTTPTransportError) {
        guard Self.isLibraryReady, let loop = CurlLoop(configuration) else { throw .libcurlDoesNotStart }
        mailbox = loop.mailbox
        let box = SendOnce(loop)
        let thread = Thread { box.value.run() }
        thread.name = "plivo-http"
        thread.start()
    }

    /// `curl_global_init` once a process; it is thread-safe in this libcurl, and so is a lazy global.
    private static let isLibraryReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// Sends a request, and calls `completion` exactly once, on the transport's thread: it must be quick, and may
    /// send. Once the transport is being shut down the outcome is `neverSent`.
    package func send(_ request: HTTPRequest, completion: @escaping Completion) {
        guard mailbox.post(Submission(request: request, completion: completion)) else {
            completion(.neverSent(reason: "the transport is shut down"))
            return
        }
    }

    /// The same for tasks. Cancelling the task does not take the request back.
    package func send(_ request: HTTPRequest) async -> HTTPOutcome {
        await withCheckedContinuation { continuation in
            send(request) { continuation.resume(returning: $0) }
        }
    }

    /// Accepts nothing more, gives up what has not begun to leave, and lets the rest finish for at most `grace`;
    /// what is left then is cut off and ends as `broken`. Returns when the last completion was called.
    package func shutDown(within grace: Duration) async {
        await withCheckedContinuation { continuation in
            mailbox.stop(at: .now + grace) { continuation.resume() }
        }
    }

    deinit {
        mailbox.stop(at: .now) {}
    }
}

package enum HTTPTransportError: Error, CustomStringConvertible {
    case libcurlDoesNotStart

    package var description: String { "libcurl does not start: check the installed libcurl4 package" }
}

/// A request on its way to the transport's thread.
struct Submission: Sendable {
    var request: HTTPRequest
    var completion: HTTPTransport.Completion
    var submittedAt: ContinuousClock.Instant = .now
}

/// Moves the loop into its thread: nobody else has it, so nothing is shared.
private struct SendOnce: @unchecked Sendable {
    let value: CurlLoop

    init(_ value: CurlLoop) { self.value = value }
}
