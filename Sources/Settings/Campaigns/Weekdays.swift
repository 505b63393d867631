/// The names of weekdays in a settings file: `mon`, or `mon-fri` for several.
enum Weekdays {
    static let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    private static let fullNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    /// The keys of days and ranges of days, each with its days: 0 is Monday. A range may go past Sunday, as `fri-mon` does.
    static let days: [String: [Int]] = {
        var days: [String: [Int]] = [:]
        for (first, name) in names.enumerated() {
            days[name] = [first]
            for count in 2...7 {
                let range = (first..<first + count).map { $0 % 7 }
                days["\(name)-\(names[range[count - 1]])"] = range
            }
        }
        return days
    }()

    /// The key that `monday`, `Mon` or `tues-thurs` stand for; any other key unchanged.
    static func corrected(_ key: String) -> String {
        let name = key.split(separator: ".").last ?? ""
        let parts = name.lowercased().split(separator: "-", omittingEmptySubsequences: false)
        let meant = parts.compactMap { part in
            part.count < 3 ? nil : fullNames.firstIndex { $0.hasPrefix(part) }.map { names[$0] }
        }
        guard meant.count == parts.count, (1...2).contains(meant.count) else { return key }
        return key.dropLast(name.count) + meant.joined(separator: "-")
    }
}
