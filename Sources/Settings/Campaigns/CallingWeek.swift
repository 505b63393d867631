import DialerCore

/// A week's windows while they are read. Each window remembers its key.
struct CallingWeek {
    private var windows: [(window: DayWindow, day: Int, name: String)] = []
    /// The key that lists a day, by day.
    private var owners: [Int: String] = [:]

    /// The windows of each day, Monday first; the windows of a day are in their order.
    var days: [[DayWindow]] {
        (0..<7).map { day in windows.filter { $0.day == day }.map(\.window).sorted { $0.opens < $1.opens } }
    }

    /// - Parameter name: the key, such as `mon-fri`.
    /// - Returns: a problem if a day is listed twice.
    mutating func add(_ windows: [DayWindow], on days: [Int], name: String) -> String? {
        if let day = days.first(where: { owners[$0] != nil }), let owner = owners[day] {
            return "has \(Weekdays.names[day]), which \(owner) has already: list each day once"
        }
        for day in days {
            owners[day] = name
            self.windows += windows.map { ($0, day, name) }
        }
        return nil
    }

    /// Keys with windows that overlap with others, and one problem for each.
    var overlaps: [(name: String, problem: String)] {
        let week = 7 * 1440
        let sorted = windows.sorted { ($0.day, $0.window.opens) < ($1.day, $1.window.opens) }
        var problems: [(name: String, problem: String)] = []
        // With windows sorted by their beginnings, if any two overlap, some window overlaps with its successor. The
        // successor of the week's last window is its first.
        for (index, one) in sorted.enumerated() where sorted.count > 1 {
            let isLast = index == sorted.count - 1
            let next = isLast ? sorted[0] : sorted[index + 1]
            let begin = (isLast ? week : 0) + next.day * 1440 + next.window.opens
            guard one.day * 1440 + one.window.closes > begin, !problems.contains(where: { $0.name == next.name }) else {
                continue
            }
            let first = "\(one.window.settingText) of \(Weekdays.names[one.day])"
            let second = "\(next.window.settingText) of \(Weekdays.names[next.day])"
            problems.append((next.name, "overlaps: \(first) with \(second)"))
        }
        return problems
    }
}

extension DayWindow {
    /// Reads `09:00-20:00`; an end that is earlier than the beginning is on the next day. Nil for any other text, and
    /// for two equal times, which could mean either the whole day or no time at all.
    init?(setting text: String) {
        let times = text.split(separator: "-", omittingEmptySubsequences: false).map { Self.minutes($0.utf8) }
        guard times.count == 2, let opens = times[0], let closes = times[1], opens < 1440, opens != closes else {
            return nil
        }
        self.init(opens: opens, closes: closes > opens ? closes : closes + 1440)
    }

    /// `HH:MM`, `24:00` included.
    private static func minutes(_ time: Substring.UTF8View) -> Int? {
        let digits = time.map { Int($0) - 0x30 }
        guard digits.count == 5, digits[2] == 0x0A, [0, 1, 3, 4].allSatisfy({ (0...9).contains(digits[$0]) }) else {
            return nil
        }
        let minutes = (digits[0] * 10 + digits[1]) * 60 + digits[3] * 10 + digits[4]
        return digits[3] < 6 && minutes <= 1440 ? minutes : nil
    }
}
