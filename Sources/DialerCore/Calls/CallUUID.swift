/// The identifier of one call at Plivo: 8-4-4-4-12 hexadecimal digits in lower case.
///
/// Paths of resources take only this type, because a DELETE with an empty identifier would end every call of the
/// account (docs/plivo.md, "Hanging up and canceling").
package struct CallUUID: Hashable, Sendable {
    package let text: String

    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 36 else { return nil }
        for (index, byte) in bytes.enumerated() {
            switch (index, byte) {
            case (8, UInt8(ascii: "-")), (13, UInt8(ascii: "-")), (18, UInt8(ascii: "-")), (23, UInt8(ascii: "-")):
                break
            case (8, _), (13, _), (18, _), (23, _): return nil
            case (_, 0x30...0x39), (_, 0x41...0x46), (_, 0x61...0x66): break
            default: return nil
            }
        }
        self.text = text.lowercased()
    }
}
