import DialerCore

extension KeyPage {
    /// The tables of a Markdown page: keys, what they must be, default, meaning.
    init(tablesOf path: String, text: String) {
        var entries: [String: Entry] = [:]
        for row in text.split(separator: "\n") where row.hasPrefix("| `") {
            let cells = row.replacing("`", with: "").replacing(#/\[([^\]]*)\]\([^)]*\)/#) { $0.output.1 }
                .split(separator: "|").map { String($0).trimmed }
            guard cells.count == 4 else { continue }
            let entry = Entry(text: "\(cells[3]) Must be \(cells[1]).", defaultText: cells[2])
            for name in cells[0].split(separator: ", ") { entries[String(name)] = entry }
        }
        self.init(path: path, entries: entries, hasDefaultWords: true)
    }

    /// The lists of a manual page: `.It Sy callbacks.tls_certificate , callbacks.tls_key`, then a paragraph.
    init(manual path: String, text: String) {
        var entries: [String: Entry] = [:]
        for item in text.split(separator: "\n.It Sy ").dropFirst() {
            let lines = item.split(separator: "\n")
            let end = lines.firstIndex { $0.hasPrefix(".It") || $0.hasPrefix(".El") } ?? lines.endIndex
            let paragraph = lines[1..<end].map(Self.words).joined(separator: " ")
                .replacing(#/ ([.,;:])(?= |$)/#) { $0.output.1 }
            let isRequired = paragraph.hasSuffix("Required.")
            let defaultText = paragraph.split(separator: "Default: ").last?.dropLast() ?? ""
            let entry = Entry(text: paragraph, defaultText: isRequired ? "required" : String(defaultText))
            for name in lines[0].split(separator: " , ") { entries[String(name)] = entry }
        }
        self.init(path: path, entries: entries, hasDefaultWords: true)
    }

    /// A line of mdoc(7) without its macros.
    private static func words(_ line: Substring) -> String {
        let macros: Set<Substring> = ["Sy", "Pa", "Cm", "Ql", "Sq", "Ev", "Xr", "Sx"]
        let text = line.replacing("\\(dq", with: "\"")
        guard line.hasPrefix(".") else { return String(text) }
        return text.dropFirst().split(separator: " ").filter { !macros.contains($0) }.joined(separator: " ")
    }

    /// A configuration with a comment above each key; a key may be commented out itself, as `#key: value`.
    init(example path: String, text: String) {
        var entries: [String: Entry] = [:]
        var section = ""
        var comment: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let content = line.drop { $0 == " " }
            if content.hasPrefix("# ") {
                comment.append(String(content.dropFirst(2)))
                continue
            }
            defer { comment = [] }
            let parts = content.drop { $0 == "#" }.split(separator: ": ", maxSplits: 1)
            if content.count == line.count { section = content.hasSuffix(":") ? content.dropLast() + "." : "" }
            guard parts.count == 2 else { continue }
            let entry = Entry(text: comment.joined(separator: " "), defaultText: String(parts[1]))
            entries[section + parts[0]] = entry
        }
        self.init(path: path, entries: entries, hasDefaultWords: false)
    }
}
