/// The numbering plan of one region: a line of ``NumberingPlanData``.
///
/// Digits are 0 to 9 each. A national significant number is the part after the calling code, without the trunk prefix.
/// The plan is a class, because copying a struct for each of a million rows would take too long.
final class NationalPlan: Sendable {
    /// ISO 3166-1 alpha-2; `001` for numbers that belong to no country.
    let region: String
    let callingCode: Int
    let callingCodeDigits: [UInt8]
    /// The possible numbers of digits of a national significant number, ascending.
    let lengths: [Int]
    /// The digits dialed before a calling code: `00`, `011`, `810`.
    private let internationalPrefix: DigitPattern?
    /// The digits dialed before a national significant number: `0`, with or without a carrier's code.
    private let trunkPrefix: DigitPattern?
    /// The replacement for a trunk prefix whose last group matched: digits, and groups by number.
    private let rule: [RulePart]
    /// The shape of national significant numbers. It is stricter than ``lengths``, but matches unassigned numbers too.
    private let numbers: DigitPattern

    private enum RulePart: Sendable {
        case digit(UInt8)
        case group(Int)
    }

    /// Nil if the line does not have the form of ``NumberingPlanData``.
    init?(line: Substring) {
        let fields = line.split(separator: " ")
        guard fields.count == 7, let callingCode = Int(fields[1]), let numbers = DigitPattern(fields[6])
        else { return nil }
        region = String(fields[0])
        self.callingCode = callingCode
        callingCodeDigits = NumberingPlan.digits(of: Int64(callingCode))
        lengths = fields[2].split(separator: ",").compactMap { Int($0) }
        internationalPrefix = DigitPattern(fields[3])
        trunkPrefix = DigitPattern(fields[4])
        rule = Self.rule(fields[5])
        self.numbers = numbers
    }

    private static func rule(_ text: Substring) -> [RulePart] {
        var parts: [RulePart] = []
        var isGroup = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\\"): isGroup = true
            case 0x30...0x39:
                parts.append(isGroup ? .group(Int(byte - 0x30)) : .digit(byte - 0x30))
                isGroup = false
            default: return []
            }
        }
        return parts
    }

    func allows(_ length: Int) -> Bool { lengths.contains(length) }

    func hasTheShapeOfANumber(_ digits: ArraySlice<UInt8>) -> Bool { numbers.matches(digits) }

    /// The digits after the region's international prefix; nil without that prefix. No calling code begins with 0.
    func withoutInternationalPrefix(_ digits: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let prefix = internationalPrefix?.prefix(of: digits) else { return nil }
        let rest = digits.dropFirst(prefix.length)
        return rest.first == 0 ? nil : rest
    }

    /// The national significant number in the digits after a calling code, which may have a trunk prefix: `+44 (0)20
    /// …`.
    func significantNumber(_ digits: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let stripped = withoutTrunkPrefix(digits)
        // If the number is too short without its first digits, they were no prefix, as in +7 800 … of Russia.
        return isLongEnough(stripped) ? stripped : digits
    }

    /// The national significant number in digits as typed within the country, where the calling code may come without
    /// `+`.
    func nationalNumber(_ digits: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        if digits.starts(with: callingCodeDigits) {
            let rest = withoutTrunkPrefix(digits.dropFirst(callingCodeDigits.count))
            if digits.count > lengths.last ?? 0 || numbers.matches(rest) && !numbers.matches(digits) {
                return significantNumber(rest)
            }
        }
        let stripped = withoutTrunkPrefix(digits)
        // libphonenumber would keep the prefix if the number is too short without it. Here such a number is an error.
        return isLongEnough(stripped) || !numbers.matches(digits) ? stripped : digits
    }

    private func isLongEnough(_ digits: ArraySlice<UInt8>) -> Bool {
        allows(digits.count) || digits.count > lengths.last ?? 0
    }

    /// The digits without a trunk prefix. They stay as they are if they have the shape of a number only with it.
    private func withoutTrunkPrefix(_ digits: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let trunkPrefix, let prefix = trunkPrefix.prefix(of: digits), prefix.length > 0 else { return digits }
        var rest = digits.dropFirst(prefix.length)
        if !rule.isEmpty, prefix.group(trunkPrefix.groups) != nil {
            rest = replacement(for: prefix, of: digits) + rest
        }
        return numbers.matches(digits) && !numbers.matches(rest) ? digits : rest
    }

    private func replacement(for prefix: DigitPattern.Match, of digits: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var result: ArraySlice<UInt8> = []
        for part in rule {
            switch part {
            case .digit(let digit): result.append(digit)
            case .group(let number):
                guard let taken = prefix.group(number) else { continue }
                result += digits.dropFirst(taken.lowerBound).prefix(taken.count)
            }
        }
        return result
    }
}
