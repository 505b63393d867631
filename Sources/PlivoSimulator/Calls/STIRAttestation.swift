/// The STIR/SHAKEN attestation of a call. It applies to numbers in the United States only (docs/plivo.md, "Callbacks");
/// here to all numbers of country code 1.
struct STIRAttestation: Sendable {
    private let applies: Bool

    init(of destination: Destination) {
        applies = !destination.isSIP && destination.address.hasPrefix("1")
    }

    /// `STIRAttestation` of callbacks.
    var level: String { applies ? "A" : "Not Applicable" }
    /// `stir_attestation` of CDRs and live calls.
    var recordLevel: String { applies ? "A" : "" }
    var verification: String { applies ? "Verified" : "Not Applicable" }
}
