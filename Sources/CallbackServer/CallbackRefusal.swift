/// What the listener says to a callback that it does not take, so that `doctor` can tell that it was this program, and not a
/// server before it, that refused.
package enum CallbackRefusal {
    package static let forged = "dialerd: signature missing or wrong\n"
    /// The signature is right, and no callback of Plivo's is what it signs.
    package static let malformed = "dialerd: no callback\n"

    static func words(for status: Int) -> String? {
        switch status {
        case 403: forged
        case 400: malformed
        default: nil
        }
    }
}
