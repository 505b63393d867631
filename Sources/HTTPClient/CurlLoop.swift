import CCurl

/// The work of the transport's thread: starts waiting requests, drives them through libcurl's multi interface and
/// completes them. Everything except `queue` is confined to the thread that calls ``run()``.
final class CurlLoop {
    static let shutDownReason = "the transport was shut down"

    let queue: SubmissionQueue
    private let multi: UnsafeMutableRawPointer
    private let configuration: HTTPTransport.Configuration
    /// First in, first out. All requests may wait equally long, so the first is also the first to be given up.
    private var waiting: ArraySlice<Submission> = []
    private var active: [UnsafeMutableRawPointer: CurlTransfer] = [:]
    private var stopAt: ContinuousClock.Instant?

    /// Nil when libcurl is out of memory.
    init?(_ configuration: HTTPTransport.Configuration) {
        guard let multi = curl_multi_init() else { return nil }
        self.multi = multi
        self.configuration = configuration
        queue = SubmissionQueue(multi: multi)
        // Limits the idle connections that are kept. `active` limits the connections in use.
        ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, configuration.maxConcurrentRequests)
    }

    deinit {
        curl_multi_cleanup(multi)
    }

    /// Returns once the transport is shut down and every request is completed.
    func run() {
        while true {
            takeMail()
            startWaiting()
            var running: Int32 = 0
            curl_multi_perform(multi, &running)
            completeFinished()
            if let stopAt {
                if active.isEmpty { break }
                if stopAt <= .now { cutOff() }
            }
            curl_multi_poll(multi, nil, 0, pollMilliseconds, nil)
        }
        queue.close()
    }

    private func takeMail() {
        let mail = queue.take()
        waiting += mail.submissions
        let stopsNow = stopAt == nil && mail.stopAt != nil
        stopAt = mail.stopAt
        guard stopsNow else { return }
        for submission in waiting { submission.completion(.neverSent(reason: Self.shutDownReason)) }
        waiting = []
        cutOff(unless: \.hasBegun)
    }

    private func startWaiting() {
        let tooOld = ContinuousClock.now - configuration.connectTimeout
        while let first = waiting.first, first.submittedAt <= tooOld {
            waiting.removeFirst()
            first.completion(.neverSent(reason: "no connection was free in time"))
        }
        while active.count < configuration.maxConcurrentRequests, let next = waiting.popFirst() { start(next) }
        if waiting.isEmpty { waiting = [] }  // releases the array that the slice was cut from
    }

    private func start(_ submission: Submission) {
        let completion = submission.completion
        guard let transfer = CurlTransfer(submission.request, configuration: configuration, completion: completion),
            curl_multi_add_handle(multi, transfer.easy) == CURLM_OK
        else {
            completion(.neverSent(reason: "libcurl did not take the request"))
            return
        }
        active[transfer.easy] = transfer
    }

    private func completeFinished() {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else { continue }
            let result = ccurl_message_result(message)  // read first: removing the handle frees the message
            let transfer = active.removeValue(forKey: easy)
            curl_multi_remove_handle(multi, easy)
            transfer?.finish(result)
        }
    }

    private func cutOff(unless isSpared: (CurlTransfer) -> Bool = { _ in false }) {
        for (easy, transfer) in active where !isSpared(transfer) {
            active[easy] = nil
            curl_multi_remove_handle(multi, easy)
            transfer.cutOff(reason: Self.shutDownReason)
        }
    }

    /// How long libcurl may wait: until a waiting request can start or is given up, or until the deadline of the stop.
    /// libcurl itself returns earlier for its own timeouts.
    private var pollMilliseconds: Int32 {
        if !waiting.isEmpty && active.count < configuration.maxConcurrentRequests { return 0 }
        var wait = Duration.seconds(60)
        if let first = waiting.first { wait = min(wait, first.submittedAt + configuration.connectTimeout - .now) }
        if let stopAt { wait = min(wait, stopAt - .now) }
        return Int32(clamping: max(0, wait.milliseconds + 1))
    }
}
