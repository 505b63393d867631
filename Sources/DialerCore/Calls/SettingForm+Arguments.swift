/// The types of make-call arguments.
extension SettingForm<ArgumentValue> {
    /// The country code and the number, as a string of digits.
    static var callerID: Self {
        SettingForm("a phone number with its country code, such as 14155550100") { text in
            guard case .phone(let digits) = Destination(reported: text) else { return nil }
            return .text(String(digits))
        }
    }

    static var url: Self {
        SettingForm("an absolute http:// or https:// URL without blanks") { isURL($0) ? .text($0) : nil }
    }

    static var method: Self {
        SettingForm("GET or POST") { ["GET", "POST"].contains($0.uppercased()) ? .text($0.uppercased()) : nil }
    }

    static func text(maxLength: Int) -> Self {
        SettingForm("text of 1 to \(maxLength) characters") { (1...maxLength).contains($0.count) ? .text($0) : nil }
    }

    static var digits: Self {
        SettingForm(
            "digits to send, such as 1w2W3 or 123@1000 (0-9, *, #, A-D, w and W, then @ and milliseconds)"
        ) {
            isDigitString($0) ? .text($0) : nil
        }
    }

    static var machineDetection: Self {
        SettingForm("true or hangup") { ["true", "hangup"].contains($0.lowercased()) ? .text($0.lowercased()) : nil }
    }

    static var sipHeaders: Self {
        SettingForm("key=value pairs of letters and digits, separated by commas") { text in
            let pairs = text.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmed }
            return pairs.allSatisfy(isHeader) ? .text(pairs.joined(separator: ",")) : nil
        }
    }

    static var uuid: Self {
        SettingForm("a call UUID, such as 9834029e-58b6-11e1-b8b7-a5bd0e4e126f") { text in
            CallUUID(text).map { .text($0.text) }
        }
    }

    private static func isURL(_ text: String) -> Bool {
        let lowercased = text.lowercased()
        guard let scheme = ["http://", "https://"].first(where: lowercased.hasPrefix) else { return false }
        let rest = text.utf8.dropFirst(scheme.utf8.count)
        let host = rest.prefix { ![0x2F, 0x3F, 0x23].contains($0) }  // up to "/", "?" or "#"
        return !host.isEmpty && host.first != UInt8(ascii: ":") && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    private static func isDigitString(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard let digits = parts.first, !digits.isEmpty, parts.count <= 2 else { return false }
        if parts.count == 2 {
            guard parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let toneMilliseconds = Int(parts[1]),
                toneMilliseconds > 0
            else { return false }
        }
        return digits.allSatisfy { "0123456789*#ABCDwW".contains($0) }
    }

    /// Plivo's page allows letters and digits only; its SDKs' documentation adds `%` in values (docs/plivo.md, "Making
    /// calls").
    private static func isHeader(_ pair: String) -> Bool {
        func isAlphanumeric(_ character: Character) -> Bool {
            character.isASCII && (character.isLetter || character.isNumber)
        }
        let halves = pair.split(separator: "=", omittingEmptySubsequences: false)
        guard halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty else { return false }
        return halves[0].allSatisfy(isAlphanumeric) && halves[1].allSatisfy { isAlphanumeric($0) || $0 == "%" }
    }
}
