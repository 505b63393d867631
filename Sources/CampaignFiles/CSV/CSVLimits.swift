/// How much of a CSV is held in memory at once, in bytes of UTF-8.
package struct CSVLimits: Hashable, Sendable {
    /// A longer record is a reject.
    package var recordBytes: Int
    /// What is asked of the file at a time.
    package var chunkBytes: Int
    /// A header with more names refuses the file.
    package var columns: Int

    package init(recordBytes: Int = 64 << 20, chunkBytes: Int = 256 << 10, columns: Int = 1000) {
        self.recordBytes = recordBytes
        self.chunkBytes = chunkBytes
        self.columns = columns
    }
}
