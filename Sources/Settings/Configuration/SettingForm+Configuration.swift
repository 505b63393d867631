import DialerCore

extension SettingForm<String> {
    static var absolutePath: Self {
        SettingForm("an absolute path") { $0.hasPrefix("/") && !$0.utf8.contains(0) ? $0 : nil }
    }

    /// A base of URLs, without a slash at its end.
    static func url(example: String) -> Self {
        SettingForm("an http:// or https:// URL without user, query and fragment", examples: ", such as \(example)") {
            WebAddress($0)?.text
        }
    }

    /// The shape of the id that Plivo gives to an account (`MA`) or a subaccount (`SA`).
    static var authID: Self {
        SettingForm("20 letters and digits that begin with MA or SA") { text in
            let isWellFormed = text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
            return isWellFormed && text.utf8.count == 20 && (text.hasPrefix("MA") || text.hasPrefix("SA")) ? text : nil
        }
    }
}

extension SettingForm<ListenAddress> {
    static var hostAndPort: Self {
        SettingForm("a host and a port", examples: ", such as 127.0.0.1:8480") { ListenAddress($0) }
    }
}
