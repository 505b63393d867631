/// A request body that is read once, from its beginning to its end.
struct BodyOnce {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// A server may have all of it. An empty body is taken from the start: the headers are the whole request.
    var isTaken: Bool { offset > 0 || bytes.isEmpty }

    /// The number of bytes copied, zero at the end.
    mutating func next(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let chunk = bytes[offset...].prefix(buffer.count)
        buffer.copyBytes(from: chunk)
        offset += chunk.count
        return chunk.count
    }
}
