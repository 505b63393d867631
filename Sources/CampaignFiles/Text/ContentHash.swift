import Crypto

/// The hash that recognizes content that was imported before.
package enum ContentHash {
    /// The SHA-256, in 64 lower-case hexadecimal digits.
    package static func sha256(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).hexadecimal
    }
}
