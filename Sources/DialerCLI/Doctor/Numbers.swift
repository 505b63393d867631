/// Phone numbers in words of others.
enum Numbers {
    /// With dots for the digits of whatever is as long as a phone number.
    static func masked(_ text: String) -> String {
        text.replacing(/[0-9]{7,}/, with: "…")
    }
}
