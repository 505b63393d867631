/// Why a text is not a destination.
package enum DestinationProblem: Error, Hashable, Sendable {
    case empty
    case tooShort
    case tooLong
    case leadingZero
    case unexpectedCharacter
    case hasExtension
    /// With its first three digits.
    case unknownCountryCode(String)
    /// How many digits follow the country code, and how many may.
    case wrongLength(countryCode: Int, digits: Int, allowed: [Int])
    case badSIPURI
    case sameAsCallerID
}
