/// One thing that is wrong with the settings: the place, the key, and what the value must be.
package struct SettingsProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where a value comes from.
    package enum Origin: Hashable, Sendable {
        /// A line of the file, from 1.
        case line(Int)
        /// An environment variable.
        case variable(String)
        /// The whole file, or a key that is missing.
        case file
    }

    package var origin: Origin
    /// The name of the file with the line; empty if the reader knows which file is meant.
    package var file = ""
    /// `limits.max_batch`; empty when no key is to blame.
    package var key: String
    /// What is wrong and the remedy: the end of a sentence that begins with the key.
    package var message: String
    /// The problem is access: this user may not read the file.
    package var isDenied = false

    package init(origin: Origin = .file, key: String, message: String) {
        self.origin = origin
        self.key = key
        self.message = message
    }

    /// The problem of a file that this user may not read; `sentence` says what the user can do about it.
    init(denied path: String, _ sentence: String?) {
        self.init(key: "", message: sentence ?? "\(path) cannot be read")
        isDenied = true
    }

    /// One line: `dialerd.yaml: line 12: limits.max_batch must be a whole number from 1 to 1000, not "5000"`.
    package var description: String {
        let sentence = (key.isEmpty ? message : "\(key) \(message)").onOneLine
        switch origin {
        case .line(let line): return "\(file.isEmpty ? "" : file + ": ")line \(line): \(sentence)"
        case .variable(let name): return "$\(name): \(sentence)"
        case .file: return sentence
        }
    }
}

extension String {
    /// The text with a blank in place of each character that ends a line or controls a terminal: keys and values may
    /// contain such characters.
    fileprivate var onOneLine: String {
        let scalars = unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: " "
            default: scalar
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
