import CCurl
import Glibc

/// One request on its way through libcurl. Confined to the thread that makes it: the compiler enforces this, and where
/// libcurl calls back, ``at(_:)`` does.
///
/// A POST is sent at most once. libcurl by itself sends a request again when a kept-alive connection dies before the first
/// byte of the response, when an HTTP/2 server refuses a stream, and after some statuses (libcurl 7.88.1,
/// `Curl_retry_request`, `Curl_readrewind`). Therefore libcurl gets the body once: rewinding the body is refused, and
/// so is a second start after the first byte of the body was taken. The outcome is then `broken`. While only headers
/// were sent, no server can have acted on the request, and libcurl may try another connection. GET and DELETE are not
/// guarded: a second request has the same effect as the first.
final class CurlTransfer {
    private let handle: CurlHandle
    fileprivate let maxResponseBytes: Int
    private let completion: HTTPTransport.Completion
    private let thread = pthread_self()
    private let isPost: Bool
    fileprivate var requestBody: SingleUseBody
    fileprivate var response = ResponseBuilder()
    /// Set just before the first byte is written, and never reset.
    private(set) var hasBegun = false

    /// Nil when libcurl is out of memory or refuses an option. `completion` is then the caller's to call.
    init?(
        _ request: HTTPRequest,
        configuration: HTTPTransport.Configuration,
        completion: @escaping HTTPTransport.Completion
    ) {
        guard let handle = CurlHandle(request, configuration) else { return nil }
        self.handle = handle
        self.maxResponseBytes = configuration.maxResponseBytes
        self.completion = completion
        self.isPost = request.method == .post
        self.requestBody = SingleUseBody(request.body)
        guard takeCallbacks() else { return nil }
    }

    var easy: UnsafeMutableRawPointer { handle.easy }

    /// Completes the request with libcurl's result.
    func finish(_ result: CURLcode) {
        completion(outcome(of: result))
    }

    /// Completes the request after its handle was removed from libcurl.
    func cutOff(reason: String) {
        completion(hasBegun ? .broken(reason: reason) : .neverSent(reason: reason))
    }

    private func outcome(of result: CURLcode) -> HTTPOutcome {
        if result == CURLE_OK { return .response(response.finished(status: handle.status)) }
        let reason = response.isTooLong ? "the answer was too long" : handle.text(of: result)
        guard hasBegun else { return .neverSent(reason: reason) }
        return result == CURLE_OPERATION_TIMEDOUT ? .timedOut : .broken(reason: reason)
    }

    // MARK: Called by libcurl

    /// The pointer stays valid: ``CurlLoop`` holds the transfer until libcurl has released the handle.
    private func takeCallbacks() -> Bool {
        let this = Unmanaged.passUnretained(self).toOpaque()
        let contexts = [CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_READDATA, CURLOPT_PREREQDATA]
        return contexts.allSatisfy { ccurl_set_pointer(easy, $0, this) == CURLE_OK }
            && ccurl_set_data_callback(easy, CURLOPT_WRITEFUNCTION, receiveBody) == CURLE_OK
            && ccurl_set_data_callback(easy, CURLOPT_HEADERFUNCTION, receiveHeader) == CURLE_OK
            && ccurl_set_data_callback(easy, CURLOPT_READFUNCTION, supplyBody) == CURLE_OK
            && ccurl_set_seek_callback(easy) { _, _, _ in CURL_SEEKFUNC_FAIL } == CURLE_OK
            && ccurl_set_prerequest_callback(easy, requestBegins) == CURLE_OK
    }

    fileprivate static func at(_ context: UnsafeMutableRawPointer) -> CurlTransfer {
        let transfer = Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
        precondition(pthread_equal(transfer.thread, pthread_self()) != 0, "libcurl calls back on another thread")
        return transfer
    }

    /// Called when a connection is established and nothing was written to it yet; called again for each further
    /// connection.
    fileprivate func begin() -> Bool {
        if isPost && hasBegun && requestBody.isTaken { return false }
        hasBegun = true
        return true
    }
}

private let requestBegins: ccurl_prerequest_callback = { context, _, _, _, _ in
    guard let context, CurlTransfer.at(context).begin() else { return CURL_PREREQFUNC_ABORT }
    return CURL_PREREQFUNC_OK
}

private let receiveBody: ccurl_data_callback = { data, size, count, context in
    guard let context else { return 0 }
    let transfer = CurlTransfer.at(context)
    let body = UnsafeRawBufferPointer(start: data, count: size * count)
    // A result below the number of bytes ends the transfer.
    return transfer.response.append(body: body, limit: transfer.maxResponseBytes) ? body.count : 0
}

private let receiveHeader: ccurl_data_callback = { data, size, count, context in
    guard let context else { return 0 }
    CurlTransfer.at(context).response.append(headerLine: UnsafeRawBufferPointer(start: data, count: size * count))
    return size * count
}

private let supplyBody: ccurl_data_callback = { data, size, count, context in
    guard let context else { return Int(CURL_READFUNC_ABORT) }
    let buffer = UnsafeMutableRawBufferPointer(start: data, count: size * count)
    return CurlTransfer.at(context).requestBody.next(into: buffer)
}
