/// How much of a CSV is held in memory at once (docs/csv.md, "The format").
package struct CSVLimits: Hashable, Sendable {
    /// The longest record in bytes of UTF-8; a longer one is a reject.
    package var recordBytes: Int
    /// How many bytes are read from the file at a time.
    package var chunkBytes: Int
    /// The most columns of a header; a file with more is refused.
    package var columns: Int

    package init(recordBytes: Int = 64 << 20, chunkBytes: Int = 256 << 10, columns: Int = 1000) {
        self.recordBytes = recordBytes
        self.chunkBytes = chunkBytes
        self.columns = columns
    }
}
