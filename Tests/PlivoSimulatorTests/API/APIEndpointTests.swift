import PlivoSimulator
import Testing

@Suite struct APIEndpointTests {
    @Test(arguments: [
        ("POST", "/v1/Account/MA/Call/", APIEndpoint.makeCall), ("GET", "/v1/Account/MA/Call/", .listCalls),
        ("DELETE", "/v1/Account/MA/Call/", .hangUpAll), ("DELETE", "/v1/Account/MA/Call//", .hangUpAll),
        ("GET", "/v1/Account/MA/Call/x/", .getCall("x")), ("POST", "/v1/Account/MA/Call/x/", .transfer("x")),
        ("DELETE", "/v1/Account/MA/Call/x/", .hangUp("x")),
        ("DELETE", "/v1/Account/MA/Request/x/", .cancelRequest("x")),
        ("PUT", "/v1/Account/MA/Call/", .wrongMethod), ("GET", "/v1/Account/MA/Request/x/", .wrongMethod),
        ("POST", "/v1/Account/MA/Call", .unknown), ("GET", "/v1/Account/SA/Call/", .unknown), ("GET", "/", .unknown),
        ("GET", "/v1/Account/MA/", .unknown), ("GET", "/v1/Account/MA/Call/x/Play/", .unknown),
        ("DELETE", "/v1/Account/MA/Request/", .unknown),
    ])
    func recognizes(method: String, path: String, expected: APIEndpoint) {
        #expect(APIEndpoint(method: method, path: path, authID: "MA") == expected)
    }
}
