package import DialerCore
package import HTTPClient

extension HTTPResponse {
    /// The server's time when it answered, in whole seconds; nil without a readable `Date` field.
    package var date: WallTime? { headers["date"].flatMap { WallTime(httpDate: $0) } }
}

extension WallTime {
    /// Reads `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7), but none of the obsolete formats.
    init?(httpDate text: String) {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", let month = months.firstIndex(of: String(words[2])) else {
            return nil
        }
        let padded = month < 9 ? "0\(month + 1)" : "\(month + 1)"
        self.init(rfc3339: "\(words[3])-\(padded)-\(words[1])T\(words[4])Z")
    }
}
