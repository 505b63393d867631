import Crypto

/// The hash by which content that was imported before is recognized.
package enum ContentHash {
    /// The SHA-256, in 64 lower-case hexadecimal digits.
    package static func sha256(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).hexadecimal
    }
}
