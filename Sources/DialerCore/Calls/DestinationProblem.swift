/// Why a text is not a destination.
package enum DestinationProblem: Error, Hashable, Sendable {
    case empty
    case tooShort
    case tooLong
    case leadingZero
    case unexpectedCharacter
    case hasExtension
    /// The value: the first three digits.
    case unknownCountryCode(String)
    /// `digits` follow the country code, and `allowed` are the possible numbers of digits.
    case wrongLength(countryCode: Int, digits: Int, allowed: [Int])
    case badSIPURI
    case sameAsCallerID
}
