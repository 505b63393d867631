import CCurl
import DialerCore

/// One request on its way through libcurl. Used on the transport's thread only.
///
/// A POST leaves once. libcurl itself sends a request again, unasked, when a kept-alive connection dies before the
/// first byte of the answer, when an HTTP/2 server refuses a stream, and after some statuses (libcurl 7.88.1,
/// `Curl_retry_request`, `Curl_readrewind`). So the body is handed out once: rewinding it is refused, and so is
/// beginning a request anew after the first byte of its body was taken. The outcome is then `broken`. As long as only
/// the headers left, no server can have acted on them, and libcurl may try another connection. GET and DELETE, which
/// do the same when they arrive twice, are not guarded.
final class CurlTransfer {
    let easy: UnsafeMutableRawPointer
    private let maxResponseBytes: Int
    private let completion: @Sendable (HTTPOutcome) -> Void
    private var headerList: UnsafeMutablePointer<curl_slist>?
    private var connectList: UnsafeMutablePointer<curl_slist>?
    private let isPost: Bool
    private var requestBody: BodyOnce
    private var response = ResponseBuilder()
    /// libcurl's own words for what went wrong, which say more than its code: of a certificate, why it is not trusted.
    private let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    /// Set just before the first byte is written, and never taken back.
    private(set) var hasBegun = false

    /// Nil when libcurl is out of memory or refuses an option; the reason is then the caller's to report.
    init?(
        _ request: HTTPRequest,
        configuration: HTTPTransport.Configuration,
        completion: @escaping @Sendable (HTTPOutcome) -> Void
    ) {
        guard let easy = curl_easy_init() else { return nil }
        self.easy = easy
        self.maxResponseBytes = configuration.maxResponseBytes
        self.completion = completion
        self.isPost = request.method == .post
        self.requestBody = BodyOnce(request.body)
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        guard apply(configuration), apply(request), applyCallbacks() else { return nil }
    }

    deinit {
        curl_easy_cleanup(easy)
        curl_slist_free_all(headerList)
        curl_slist_free_all(connectList)
        errorText.deallocate()
    }

    func finish(_ result: CURLcode) {
        completion(outcome(of: result))
    }

    func cut(reason: String) {
        completion(hasBegun ? .broken(reason: reason) : .neverSent(reason: reason))
    }

    private func outcome(of result: CURLcode) -> HTTPOutcome {
        if result == CURLE_OK { return .response(response.finished(status: status)) }
        let words = errorText.pointee == 0 ? String(cString: curl_easy_strerror(result)) : String(cString: errorText)
        let reason = response.isTooLong ? "the answer was too long" : words
        guard hasBegun else { return .neverSent(reason: reason) }
        return result == CURLE_OPERATION_TIMEDOUT ? .timedOut : .broken(reason: reason)
    }

    private var status: Int {
        var code = 0
        ccurl_get_long(easy, CURLINFO_RESPONSE_CODE, &code)
        return code
    }

    // MARK: Options

    private func apply(_ configuration: HTTPTransport.Configuration) -> Bool {
        let numbers: [(CURLoption, Int)] = [
            (CURLOPT_NOSIGNAL, 1),
            (CURLOPT_FOLLOWLOCATION, 0),
            (CURLOPT_SSL_VERIFYPEER, 1),
            (CURLOPT_SSL_VERIFYHOST, 2),
            (CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS),
            (CURLOPT_TIMEOUT_MS, Int(configuration.requestTimeout.milliseconds)),
            (CURLOPT_CONNECTTIMEOUT_MS, Int(configuration.connectTimeout.milliseconds)),
            (CURLOPT_MAXAGE_CONN, Int(configuration.maxConnectionIdle.components.seconds)),
        ]
        var texts: [(CURLoption, String)] = [
            (CURLOPT_PROTOCOLS_STR, "http,https"),
            (CURLOPT_USERAGENT, configuration.userAgent),
            // Not even from the environment: what lies between us and Plivo must not send anything twice.
            (CURLOPT_PROXY, ""),
        ]
        if let file = configuration.certificateAuthorityFile { texts.append((CURLOPT_CAINFO, file)) }
        if let address = configuration.connectTo {
            // Of every host and port.
            connectList = curl_slist_append(nil, "::" + address)
            guard connectList != nil, ccurl_set_list(easy, CURLOPT_CONNECT_TO, connectList) == CURLE_OK else {
                return false
            }
        }
        return numbers.allSatisfy { ccurl_set_long(easy, $0, $1) == CURLE_OK }
            && texts.allSatisfy { ccurl_set_text(easy, $0, $1) == CURLE_OK }
    }

    private func apply(_ request: HTTPRequest) -> Bool {
        // `Expect: 100-continue` would have libcurl send the request again without it after a 417.
        for header in request.headers.map({ "\($0): \($1)" }) + ["Expect:"] {
            guard let longer = curl_slist_append(headerList, header) else { return false }
            headerList = longer
        }
        guard ccurl_set_list(easy, CURLOPT_HTTPHEADER, headerList) == CURLE_OK,
            ccurl_set_text(easy, CURLOPT_URL, request.url) == CURLE_OK
        else { return false }
        switch request.method {
        case .get: return true
        case .delete: return ccurl_set_text(easy, CURLOPT_CUSTOMREQUEST, request.method.rawValue) == CURLE_OK
        case .post:
            return ccurl_set_long(easy, CURLOPT_POST, 1) == CURLE_OK
                && ccurl_set_offset(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.count)) == CURLE_OK
        }
    }

    /// The pointer stays good: the transport holds the transfer until libcurl has let go of the handle.
    private func applyCallbacks() -> Bool {
        let this = Unmanaged.passUnretained(self).toOpaque()
        let contexts = [
            CURLOPT_PRIVATE, CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_READDATA, CURLOPT_SEEKDATA,
            CURLOPT_PREREQDATA,
        ]
        return contexts.allSatisfy { ccurl_set_pointer(easy, $0, this) == CURLE_OK }
            && ccurl_set_pointer(easy, CURLOPT_ERRORBUFFER, errorText) == CURLE_OK
            && ccurl_set_data_callback(easy, CURLOPT_WRITEFUNCTION, receiveBody) == CURLE_OK
            && ccurl_set_data_callback(easy, CURLOPT_HEADERFUNCTION, receiveHeader) == CURLE_OK
            && ccurl_set_data_callback(easy, CURLOPT_READFUNCTION, supplyBody) == CURLE_OK
            && ccurl_set_seek_callback(easy) { _, _, _ in CURL_SEEKFUNC_FAIL } == CURLE_OK
            && ccurl_set_prerequest_callback(easy, requestBegins) == CURLE_OK
    }

    static func at(_ context: UnsafeMutableRawPointer) -> CurlTransfer {
        Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
    }

    // MARK: Data, called by libcurl

    /// Comes when a connection stands and nothing is written to it yet, again on each connection that libcurl tries.
    fileprivate func begin() -> Bool {
        if isPost && hasBegun && requestBody.isTaken { return false }
        hasBegun = true
        return true
    }

    fileprivate func supply(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        requestBody.next(into: buffer)
    }

    fileprivate func receive(header: UnsafeRawBufferPointer) -> Int {
        response.append(headerLine: header)
        return header.count
    }

    /// Fewer bytes than came end the transfer.
    fileprivate func receive(body: UnsafeRawBufferPointer) -> Int {
        response.append(body: body, limit: maxResponseBytes) ? body.count : 0
    }
}

private let requestBegins: ccurl_prerequest_callback = { context, _, _, _, _ in
    guard let context, CurlTransfer.at(context).begin() else { return CURL_PREREQFUNC_ABORT }
    return CURL_PREREQFUNC_OK
}

private let receiveBody: ccurl_data_callback = { data, size, count, context in
    guard let context else { return 0 }
    return CurlTransfer.at(context).receive(body: UnsafeRawBufferPointer(start: data, count: size * count))
}

private let receiveHeader: ccurl_data_callback = { data, size, count, context in
    guard let context else { return 0 }
    return CurlTransfer.at(context).receive(header: UnsafeRawBufferPointer(start: data, count: size * count))
}

private let supplyBody: ccurl_data_callback = { data, size, count, context in
    guard let context else { return Int(CURL_READFUNC_ABORT) }
    return CurlTransfer.at(context).supply(UnsafeMutableRawBufferPointer(start: data, count: size * count))
}
