import Crypto

/// A file's text as UTF-8, read once from beginning to end, and the hash of the bytes that were read.
struct TextSource {
    private let file: InputFile
    private var decoder: TextDecoder
    private var markLeft: Int
    private var hash = SHA256()
    private var chunk: [UInt8]
    private(set) var isAtEnd = false

    /// Reads the file from its beginning again.
    ///
    /// - Parameter survey: the survey of the same file.
    init(_ file: InputFile, survey: FileSurvey, chunkBytes: Int) throws(FileRefusal) {
        try file.rewind()
        self.file = file
        decoder = TextDecoder(survey.encoding)
        markLeft = survey.markLength
        chunk = [UInt8](repeating: 0, count: chunkBytes)
    }

    /// Appends the next chunk's text to `output`, or nothing if ``isAtEnd`` is true.
    mutating func append(to output: inout [UInt8]) throws(FileRefusal) {
        guard !isAtEnd else { return }
        let count = try file.read(into: &chunk)
        guard count > 0 else {
            isAtEnd = true
            return decoder.finish(into: &output)
        }
        let skipped = min(markLeft, count)
        markLeft -= skipped
        chunk.withUnsafeBytes { whole in
            hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: whole[..<count]))
            decoder.decode(UnsafeRawBufferPointer(rebasing: whole[skipped..<count]), into: &output)
        }
    }

    /// The hash of all bytes read so far.
    var sha256: String { hash.finalize().hexadecimal }
}
