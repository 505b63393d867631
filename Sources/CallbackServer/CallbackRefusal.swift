/// The bodies of refusals. They show `doctor` that this program refused a request, and not a proxy in front of it.
package enum CallbackRefusal {
    package static let forged = "dialerd: signature missing or wrong\n"
    /// The signature is right, but the signed content is not a callback of Plivo's.
    package static let malformed = "dialerd: no callback\n"

    static func text(for status: Int) -> String? {
        switch status {
        case 403: forged
        case 400: malformed
        default: nil
        }
    }
}
