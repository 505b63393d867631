/// What STIR/SHAKEN says of a call: it applies to calls to the United States only (docs: call-api, "stir_verification").
/// The country code 1 stands for them here.
package struct Attestation: Equatable, Sendable {
    /// `A`, or `Not Applicable` as in the captures.
    package let level: String
    package let verification: String

    package init(of destination: Destination) {
        let applies = !destination.isSIP && destination.address.utf8.first == UInt8(ascii: "1")
        level = applies ? "A" : "Not Applicable"
        verification = applies ? "Verified" : "Not Applicable"
    }
}
