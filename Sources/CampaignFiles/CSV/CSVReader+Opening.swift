extension CSVReader {
    /// A CSV, ready to read its first record, and the properties of the whole file.
    struct Opened {
        let reader: CSVReader
        let sha256: String
        let encoding: TextEncoding
        let delimiter: UInt8
    }

    /// Opens a file of any of the known encodings and delimiters, and reads it once for its hash and encoding.
    ///
    /// - Parameter findDelimiter: finds the delimiter in the file's first text; the second argument tells whether this
    ///   text is the whole file.
    /// - Throws: if the file can't be read or isn't text.
    static func open(
        path: String,
        limits: CSVLimits,
        findDelimiter: ([UInt8], Bool) -> UInt8 = { Delimiter.find(in: $0, isWhole: $1) }
    ) throws(FileRefusal) -> Opened {
        let file = try InputFile(path: path)
        let survey = try FileSurvey(file, chunkBytes: limits.chunkBytes)
        var head: [UInt8] = []
        var decoder = TextDecoder(survey.encoding)
        survey.head.withUnsafeBytes {
            decoder.decode(UnsafeRawBufferPointer(rebasing: $0[survey.markLength...]), into: &head)
        }
        let declared = Delimiter.declared(in: head)
        let delimiter = declared ?? findDelimiter(head, survey.head.count == file.stamp.size)
        let source = try TextSource(file, survey: survey, chunkBytes: limits.chunkBytes)
        let reader = CSVReader(source, delimiter: delimiter, limits: limits)
        if declared != nil { _ = try reader.next() }
        return Opened(
            reader: reader,
            sha256: survey.sha256,
            encoding: survey.encoding,
            delimiter: delimiter
        )
    }
}
