import Foundation

/// What comments cite: `docs/PAGE.md` alone, or with headings of that page, as in `docs/plivo.md, "Callbacks" and "XML"`.
struct Citations {
    /// The headings of each page, without `#` and backticks, by the page's name, such as `plivo.md`.
    var headings: [String: Set<String>]

    /// Sources that are not in the repository, so that no reader can look them up.
    static let unknownSources = ["plivo-facts", "interface, section", "call-api", "design.md"]

    /// Citations that lead nowhere, as they stand in the text.
    func broken(in lines: [Substring]) -> [String] {
        let text = Self.prose(lines)
        let pattern = /docs\/([A-Za-z-]+\.md)((?:(?:,| and|, and) "[^"]+")*)/
        return Self.unknownSources.filter(text.contains)
            + text.matches(of: pattern).filter { !resolves(page: $0.output.1, list: $0.output.2) }.map {
                String($0.output.0)
            }
    }

    private func resolves(page: Substring, list: Substring) -> Bool {
        guard let known = headings[String(page)] else { return false }
        return list.matches(of: /"([^"]+)"/).allSatisfy { known.contains(Self.plain($0.output.1)) }
    }

    /// The lines as one, without the marks of comments, because a citation may be broken over two lines.
    private static func prose(_ lines: [Substring]) -> String {
        let words = lines.map { line in
            let text = line.drop { $0 == " " || $0 == "\t" }
            let mark = ["///", "//", "#", "--"].first(where: text.hasPrefix) ?? ""
            return text.dropFirst(mark.count).split(separator: " ").joined(separator: " ")
        }
        return words.joined(separator: " ")
    }

    /// The headings of a page, of any level. A `#` within a block of code begins no heading.
    static func headings(of page: String) -> Set<String> {
        var isInCode = false
        var found: Set<String> = []
        for line in page.split(separator: "\n") {
            if line.hasPrefix("```") { isInCode.toggle() }
            if !isInCode, line.hasPrefix("#") { found.insert(plain(line.drop { $0 == "#" }.dropFirst())) }
        }
        return found
    }

    private static func plain(_ heading: Substring) -> String { heading.filter { $0 != "`" } }
}
