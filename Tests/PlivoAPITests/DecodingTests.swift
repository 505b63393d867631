import DialerCore
import PlivoAPI
import Testing

@Suite struct FormPairsTests {
    @Test(
        arguments: [
            ("", []), ("a=1", [("a", "1")]), ("a=1&b=2&a=3", [("a", "1"), ("b", "2"), ("a", "3")]),
            ("a", [("a", "")]), ("a=", [("a", "")]), ("=1", [("", "1")]), ("&&a=1&", [("a", "1")]),
            ("a=b=c", [("a", "b=c")]), ("a+b=c+d", [("a b", "c d")]), ("%61=%2B%2b%20", [("a", "++ ")]),
            ("a=%", [("a", "%")]), ("a=%4", [("a", "%4")]), ("a=%zz%41", [("a", "%zzA")]), ("a=%%41", [("a", "%A")]),
            ("a=%C3%A9", [("a", "é")]), ("a=%C3", [("a", "\u{FFFD}")]), ("a=%26%3D", [("a", "&=")]),
            ("a=%00", [("a", "\0")]),
        ] as [(String, [(String, String)])]
    )
    func decoding(text: String, pairs: [(String, String)]) {
        #expect(FormPairs(decoding: text.utf8).pairs == pairs.map { FormPairs.Pair($0, $1) })
    }

    @Test func bytesThatAreNotUTF8() {
        #expect(FormPairs(decoding: [0x61, 0x3D, 0xFF, 0x26, 0x62]).pairs == [.init("a", "\u{FFFD}"), .init("b", "")])
    }
}

@Suite struct AccountTimeZoneTests {
    @Test(
        arguments: [
            ("UTC", "2024-10-22 16:41:21", "2024-10-22T16:41:21Z"),
            ("Asia/Kolkata", "2024-10-22 16:41:21", "2024-10-22T11:11:21Z"),
            ("America/New_York", "2024-07-01 12:00:00", "2024-07-01T16:00:00Z"),
            ("America/New_York", "2024-12-01 12:00:00", "2024-12-01T17:00:00Z"),
            // Clocks are set back at 02:00 on 3 November: 01:30 occurs twice, and is read as the earlier instant.
            ("America/New_York", "2024-11-03 00:30:00", "2024-11-03T04:30:00Z"),
            ("America/New_York", "2024-11-03 01:30:00", "2024-11-03T05:30:00Z"),
            ("America/New_York", "2024-11-03 02:30:00", "2024-11-03T07:30:00Z"),
            // Clocks are set forward at 02:00 on 10 March: 02:30 does not occur.
            ("America/New_York", "2024-03-10 01:30:00", "2024-03-10T06:30:00Z"),
            ("America/New_York", "2024-03-10 02:30:00", "2024-03-10T07:30:00Z"),
            ("America/New_York", "2024-03-10 03:30:00", "2024-03-10T07:30:00Z"),
            ("Asia/Kolkata", "2020-12-05 18:02:32+05:30", "2020-12-05T12:32:32Z"),
            ("UTC", "2020-12-05 18:02:32+0530", "2020-12-05T12:32:32Z"),
            ("Asia/Kolkata", "2020-12-05 18:02:32 -05:30", "2020-12-05T23:32:32Z"),
            ("Asia/Kolkata", "2023-06-30 06:39:06.742974 +0000 UTC", "2023-06-30T06:39:06Z"),
            ("Asia/Kolkata", "2020-12-05T18:02:32Z", "2020-12-05T18:02:32Z"),
            ("UTC", " 2024-10-22 16:41 ", "2024-10-22T16:41:00Z"),
            ("UTC", "", nil), ("UTC", "never", nil), ("UTC", "2024-02-30 00:00:00", nil), ("UTC", "1729613481", nil),
        ] as [(String, String, String?)]
    )
    func times(zone: String, text: String, expected: String?) throws {
        let zone = try #require(AccountTimeZone(identifier: zone))
        #expect(zone.time(text)?.rfc3339 == expected)
    }

    @Test func fractionsOfSeconds() {
        #expect(AccountTimeZone.utc.time("2024-10-22 16:41:21.129660")?.milliseconds == 1_729_615_281_129)
    }
}

@Suite struct CallbackURLsTests {
    @Test(arguments: [
        "https://dialer.example.com", "https://dialer.example.com/", "https://dialer.example.com//",
    ])
    func urls(publicURL: String) {
        let urls = CallbackURLs(publicURL: publicURL, token: "s3cr3t")
        let retries = "#ct=3000&rt=8000&tt=55000&rc=5&rp=all"
        #expect(urls.ring == "https://dialer.example.com/plivo/s3cr3t/ring" + retries)
        #expect(urls.machine == "https://dialer.example.com/plivo/s3cr3t/machine" + retries)
        #expect(urls.hangup == "https://dialer.example.com/plivo/s3cr3t/hangup" + retries)
    }

    @Test func theURLsAreValidArguments() throws {
        let urls = CallbackURLs(publicURL: "http://127.0.0.1:8480", token: "abc")
        #expect(throws: Never.self) {
            _ = try CallArgument.hangupURL.value(of: urls.hangup)
            _ = try CallArgument.ringURL.value(of: urls.ring)
            _ = try CallArgument.machineDetectionURL.value(of: urls.machine)
        }
    }
}
