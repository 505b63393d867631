import CCurl

/// libcurl's easy handle for one request, with its options and the memory that libcurl does not copy.
final class CurlHandle {
    let easy: UnsafeMutableRawPointer
    private var headers: UnsafeMutablePointer<curl_slist>?
    private var connectTo: UnsafeMutablePointer<curl_slist>?
    private let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

    /// Nil when libcurl is out of memory or refuses an option.
    init?(_ request: HTTPRequest, _ configuration: HTTPTransport.Configuration) {
        guard let easy = curl_easy_init() else { return nil }
        self.easy = easy
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        guard ccurl_set_pointer(easy, CURLOPT_ERRORBUFFER, errorText) == CURLE_OK, apply(configuration), apply(request)
        else { return nil }
    }

    deinit {
        curl_easy_cleanup(easy)
        curl_slist_free_all(headers)
        curl_slist_free_all(connectTo)
        errorText.deallocate()
    }

    /// libcurl's error text for this request. It says more than the text of the code, such as why a certificate is not
    /// trusted.
    func text(of result: CURLcode) -> String {
        errorText.pointee == 0 ? String(cString: curl_easy_strerror(result)) : String(cString: errorText)
    }

    var status: Int {
        var code = 0
        ccurl_get_long(easy, CURLINFO_RESPONSE_CODE, &code)
        return code
    }

    private func apply(_ configuration: HTTPTransport.Configuration) -> Bool {
        let numbers: [(CURLoption, Int)] = [
            (CURLOPT_NOSIGNAL, 1),
            (CURLOPT_FOLLOWLOCATION, 0),
            (CURLOPT_SSL_VERIFYPEER, 1),
            (CURLOPT_SSL_VERIFYHOST, 2),
            (CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS),
            (CURLOPT_TIMEOUT_MS, configuration.requestTimeout.milliseconds),
            (CURLOPT_CONNECTTIMEOUT_MS, configuration.connectTimeout.milliseconds),
            (CURLOPT_MAXAGE_CONN, Int(configuration.maxConnectionIdle.components.seconds)),
        ]
        var texts: [(CURLoption, String)] = [
            (CURLOPT_PROTOCOLS_STR, "http,https"),
            (CURLOPT_USERAGENT, configuration.userAgent),
            // No proxy, not even one from the environment: a proxy might send a request twice.
            (CURLOPT_PROXY, ""),
        ]
        if let file = configuration.certificateAuthorityFile { texts.append((CURLOPT_CAINFO, file)) }
        if let address = configuration.connectTo {
            // The prefix `::` is an empty host and an empty port, which stand for any host and any port.
            connectTo = curl_slist_append(nil, "::" + address)
            guard connectTo != nil, ccurl_set_list(easy, CURLOPT_CONNECT_TO, connectTo) == CURLE_OK else {
                return false
            }
        }
        return numbers.allSatisfy { ccurl_set_long(easy, $0, $1) == CURLE_OK }
            && texts.allSatisfy { ccurl_set_text(easy, $0, $1) == CURLE_OK }
    }

    private func apply(_ request: HTTPRequest) -> Bool {
        // The empty `Expect` keeps libcurl from sending `Expect: 100-continue`, after which it would repeat a request
        // that got a 417.
        for header in request.headers.map({ "\($0): \($1)" }) + ["Expect:"] {
            guard let longer = curl_slist_append(headers, header) else { return false }
            headers = longer
        }
        guard ccurl_set_list(easy, CURLOPT_HTTPHEADER, headers) == CURLE_OK,
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
}
