import Crypto

/// By which the same content is known again.
package enum ContentHash {
    /// SHA-256 in 64 lower-case hexadecimal digits.
    package static func sha256(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).hexadecimal
    }
}
