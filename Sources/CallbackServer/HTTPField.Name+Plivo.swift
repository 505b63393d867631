import HTTPTypes

extension HTTPField.Name {
    static let plivoSignature = plivo("X-Plivo-Signature-V3")
    /// The signature made with the main account's token, for calls of a subaccount.
    static let plivoMainSignature = plivo("X-Plivo-Signature-Ma-V3")
    static let plivoNonce = plivo("X-Plivo-Signature-V3-Nonce")

    private static func plivo(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is no field name") }
        return name
    }
}
