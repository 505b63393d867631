/// A request body that is sent at most once: it can be read from beginning to end, but not rewound.
struct SingleUseBody {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// True once the server can have received the whole body. An empty body is taken from the start, because the
    /// headers are then the whole request.
    var isTaken: Bool { offset > 0 || bytes.isEmpty }

    /// Copies the next bytes and returns their number; zero at the end.
    mutating func next(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let chunk = bytes[offset...].prefix(buffer.count)
        buffer.copyBytes(from: chunk)
        offset += chunk.count
        return chunk.count
    }
}
