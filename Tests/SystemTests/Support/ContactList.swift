/// Files of invented people: `+1 555 2xx xxxx`.
enum ContactList {
    static func number(_ index: Int) -> String { String(15_552_000_000 + index) }

    /// - Parameter count: contacts; no row is a reject or a duplicate.
    static func csv(_ count: Int, from first: Int = 0) -> String {
        var text = "to,name\n"
        for index in first..<(first + count) { text += "+\(number(index)),Person \(index)\n" }
        return text
    }

    /// Calls that last five seconds at most, so that even one whose callbacks are all lost is settled soon.
    static let settings = """
        from: "14155550100"
        answer_url: https://example.com/answer.xml
        ring_timeout: 3
        time_limit: 2
        machine_detection: "true"

        """
}
