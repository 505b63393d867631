/// Why a value is not one that Plivo documents for an argument: what it should be, as the end of "must be …".
package struct ArgumentProblem: Error, Hashable, Sendable {
    package var expected: String

    package init(expected: String) {
        self.expected = expected
    }
}

extension CallArgument {
    /// Reads a value as it stands in a settings file or a CSV column.
    ///
    /// - Throws: ``ArgumentProblem`` that says what the value should be.
    package func value(of typed: String) throws(ArgumentProblem) -> ArgumentValue {
        let text = typed.trimmed
        guard let value = rule.value(of: text) else { throw ArgumentProblem(expected: rule.expectation) }
        return value
    }

    /// Its key in a settings file.
    package var key: SettingKey<ArgumentValue?> {
        SettingKey(rawValue, SettingForm(rule.expectation) { try? value(of: $0) }, otherwise: "Plivo's")
    }
}

extension CallArgument.Rule {
    /// What a value must be, as the end of "must be …".
    package var expectation: String {
        switch self {
        case .callerID: "a phone number with its country code, such as 14155550100"
        case .url: "an absolute http:// or https:// URL without blanks"
        case .method: "GET or POST"
        case .text(let maxLength): "text of 1 to \(maxLength) characters"
        case .digits: "digits to send, such as 1w2W3 or 123@1000 (0-9, *, #, A-D, w and W, then @ and milliseconds)"
        case .flag: "true or false"
        case .integer(let range) where range.upperBound == Int(Int32.max): "a whole number, \(range.lowerBound) or more"
        case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .machineDetection: "true or hangup"
        case .sipHeaders: "key=value pairs of letters and digits, separated by commas"
        case .uuid: "a call UUID, such as 9834029e-58b6-11e1-b8b7-a5bd0e4e126f"
        }
    }

    fileprivate func value(of text: String) -> ArgumentValue? {
        switch self {
        case .callerID:
            guard case .phone(let digits) = Destination(reported: text) else { return nil }
            return .text(String(digits))
        case .url:
            return Self.isURL(text) ? .text(text) : nil
        case .method:
            let method = text.uppercased()
            return ["GET", "POST"].contains(method) ? .text(method) : nil
        case .text(let maxLength):
            return (1...maxLength).contains(text.count) ? .text(text) : nil
        case .digits:
            return Self.isDigitString(text) ? .text(text) : nil
        case .flag:
            switch text.lowercased() {
            case "true": return .flag(true)
            case "false": return .flag(false)
            default: return nil
            }
        case .integer(let range):
            guard let number = Int(text), range.contains(number) else { return nil }
            return .integer(number)
        case .machineDetection:
            let mode = text.lowercased()
            return ["true", "hangup"].contains(mode) ? .text(mode) : nil
        case .sipHeaders:
            let pairs = text.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmed }
            return pairs.allSatisfy(Self.isHeader) ? .text(pairs.joined(separator: ",")) : nil
        case .uuid:
            return CallUUID(text).map { .text($0.text) }
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
