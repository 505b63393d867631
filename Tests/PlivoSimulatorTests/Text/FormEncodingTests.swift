import PlivoSimulator
import Testing

@Suite struct FormEncodingTests {
    @Test func encodes() {
        #expect(FormEncoding.encode([("From", "+1 4"), ("t", "10:00~-._é")]) == "From=%2B1+4&t=10%3A00~-._%C3%A9")
    }

    @Test(arguments: [
        ("a=1&b=x+y&c=%2B", [("a", "1"), ("b", "x y"), ("c", "+")]),
        ("a", [("a", "")]), ("a=", [("a", "")]), ("&&", []), ("a=b=c", [("a", "b=c")]), ("a=%zz%4", [("a", "%zz%4")]),
    ])
    func decodes(text: String, expected: [(String, String)]) {
        let decoded = FormEncoding.decode(text)
        #expect(decoded.map(\.key) == expected.map(\.0))
        #expect(decoded.map(\.value) == expected.map(\.1))
    }
}
