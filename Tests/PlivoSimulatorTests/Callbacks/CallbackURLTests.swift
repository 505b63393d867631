import PlivoSimulator
import Testing

@Suite struct CallbackURLTests {
    @Test(arguments: [
        "http://127.0.0.1:8480/x", "http://127.9.9.9/x", "https://localhost/x?y=1#rc=2", "http://[::1]:80/",
        "http://LOCALHOST",
    ])
    func loopbackURLs(text: String) throws {
        #expect(try #require(CallbackURL(text)).isLoopback)
    }

    @Test(arguments: [
        "https://example.com/answer.xml", "http://127.0.0.1.example.com/", "http://localhost.example.com/",
        "http://128.0.0.1/", "http://127.0.0.256/", "http://127.0.0.01/", "http://127.1/", "http://10.0.0.1/",
        "http://[::2]/", "http://2130706433/", "http://0.0.0.0/", "http://127.0.0.1./",
    ])
    func otherURLs(text: String) throws {
        #expect(try !#require(CallbackURL(text)).isLoopback)
    }

    @Test(arguments: [
        "", "x", "ftp://127.0.0.1/", "http://", "http:///x", "//127.0.0.1/", "http://a b/",
        "http://127.0.0.1@example.com/",
        "http://127.0.0.1\\@example.com/", "http://127.0.0.1:x/", "http://127.0.0.1:99999/", "http://h/é",
        "http://[::1",
        "http://[::1]example.com/", "http://127.0.0.1#@example.com:80:80/x y",
    ])
    func refuses(text: String) {
        #expect(CallbackURL(text) == nil)
    }

    @Test func theFragmentIsNotSent() throws {
        let url = try #require(CallbackURL("http://127.0.0.1:1/a/b?x=1&y=%20#rc=5&rp=all"))
        #expect(url.withoutFragment == "http://127.0.0.1:1/a/b?x=1&y=%20")
        #expect(url.base == "http://127.0.0.1:1/a/b")
        #expect(url.retryPolicy.retries == 5)
    }

    @Test(arguments: [
        "http://127.0.0.1?x=1", "http://127.0.0.1",
    ])
    func thePathMayBeMissing(text: String) throws {
        #expect(try #require(CallbackURL(text)).base == "http://127.0.0.1")
    }
}
