/// Finds phone numbers in texts of other programs, such as Plivo: seven digits or more, with blanks, dashes, dots and brackets
/// between them. Dates and IPv4 addresses are not numbers.
package enum PhoneNumbers {
    private static let fewestDigits = 7

    /// The text with `(number)` in place of each number.
    package static func hidden(in text: String) -> String {
        text.replacing(#/[+(]?\d(?:[\d .()\-]*\d)?/#) { match in
            let run = match.output
            let isNumber = run.count(where: \.isWholeNumber) >= fewestDigits
            let isOther =
                run.prefixMatch(of: #/\d{4}-\d\d-\d\d/#) != nil
                || run.wholeMatch(of: #/\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}/#) != nil
            return isNumber && !isOther ? "(number)" : String(run)
        }
    }
}
