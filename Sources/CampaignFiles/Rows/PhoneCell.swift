import DialerCore

/// Reads the number in a cell, after undoing the changes that spreadsheets and exports make to numbers (docs/csv.md,
/// "Destinations").
enum PhoneCell {
    /// Why a cell has no valid number.
    struct Problem: Error, Hashable {
        /// A sentence without its full stop.
        var reason: String
    }

    static func destination(_ typed: String, country: Country?) throws(Problem) -> Destination {
        let text = isPlain(typed) ? typed : try undone(typed.withPlainBlanksAndHyphens.trimmed)
        do throws(DestinationProblem) {
            return try Destination(typed: text, country: country)
        } catch {
            throw Problem(reason: "the number \(error)")
        }
    }

    /// Only digits, blanks, hyphens, brackets and plus signs: such a text needs no correction.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) || [0x20, 0x28, 0x29, 0x2B, 0x2D].contains($0) }
    }

    /// `="1415…"`, `'1415…`, `tel:+1415…`, `14155550100.0` and `1.4155550100E+10` become the number that was meant.
    private static func undone(_ cell: String) throws(Problem) -> String {
        var text = cell
        if text.hasPrefix("=\""), text.hasSuffix("\""), text.utf8.count >= 3 {
            text = String(text.dropFirst(2).dropLast())
        }
        if text.hasPrefix("'") { text.removeFirst() }
        if text.prefix(4).lowercased() == "tel:" { text = String(text.dropFirst(4)) }
        if let number = try scientific(text) { return number }
        return try withoutFraction(text)
    }

    /// Removes a fraction of zeros, as in a column that was once floating-point: with the point as a mere separator,
    /// the number would gain a digit.
    private static func withoutFraction(_ text: String) throws(Problem) -> String {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard parts.count == 2, parts[0].utf8.count >= 7, (1...2).contains(parts[1].utf8.count),
            isDigits(parts[1]), isDigits(parts[0].first == "+" ? parts[0].dropFirst() : parts[0])
        else { return text }
        guard parts[1].allSatisfy({ $0 == "0" }) else {
            throw Problem(reason: "the number is a decimal fraction: format the column as text")
        }
        return String(parts[0])
    }

    /// The number in scientific notation; nil if the text is not in scientific notation.
    private static func scientific(_ text: String) throws(Problem) -> String? {
        let halves = text.split(omittingEmptySubsequences: false) { $0 == "E" || $0 == "e" }
        guard halves.count == 2 else { return nil }
        let power = halves[1].first == "+" ? halves[1].dropFirst() : halves[1]
        let parts = halves[0].split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard isDigits(power), let exponent = Int(power), exponent <= 20, let whole = parts.first, isDigits(whole),
            parts.count <= 2, parts.count == 1 || isDigits(parts[1])
        else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard fraction.count >= exponent, fraction.dropFirst(exponent).allSatisfy({ $0 == "0" }) else {
            throw Problem(
                reason: "a spreadsheet cut off digits of the number: format the column as text and export it again"
            )
        }
        return String(whole + fraction.prefix(exponent))
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
