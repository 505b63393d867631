/// Finds the key that a mistyped key most likely stands for.
package enum NearestName {
    /// Names the nearest key in a problem: the end of a sentence, empty if no key is near.
    static func advice(on key: String, among candidates: some Sequence<String>) -> String {
        of(key, among: candidates).map { "; the nearest known one is \($0)" } ?? ""
    }

    /// The nearest of `candidates`: dotted keys, compared by their last name. Among equally near keys, a key of the
    /// same section is preferred. Nil if the nearest key takes more changes than half of the name's length.
    package static func of(_ key: String, among candidates: some Sequence<String>) -> String? {
        let key = Weekdays.corrected(key)
        guard let nearest = candidates.min(by: { distance(key, $0) < distance(key, $1) }) else { return nil }
        return distance(key, nearest).0 * 2 <= split(key).name.count ? nearest : nil
    }

    private static func distance(_ key: String, _ candidate: String) -> (Int, Int, String) {
        let (section, name) = split(key)
        let (otherSection, otherName) = split(candidate)
        let edits = editDistance(normalized(name), normalized(otherName))
        return (edits, section == otherSection ? 0 : 1, candidate)
    }

    private static func normalized(_ name: String) -> String { name.lowercased().replacing("-", with: "_") }

    private static func split(_ key: String) -> (section: Substring, name: String) {
        guard let dot = key.lastIndex(of: ".") else { return ("", key) }
        return (key[..<dot], String(key[key.index(after: dot)...]))
    }

    /// The number of insertions, removals, replacements and swaps of neighbors that turn one text into the other
    /// (Damerau and Levenshtein's distance, optimal string alignment). Only the first 100 characters of a text are
    /// compared.
    static func editDistance(_ first: String, _ second: String) -> Int {
        let a = Array(first.unicodeScalars.prefix(100))
        let b = Array(second.unicodeScalars.prefix(100))
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in 1..<(a.count + 1) {
            var current = [i]
            for j in 1..<(b.count + 1) {
                var cost = min(last[j] + 1, current[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, beforeLast[j - 2] + 1) }
                current.append(cost)
            }
            (beforeLast, last) = (last, current)
        }
        return last[b.count]
    }
}
