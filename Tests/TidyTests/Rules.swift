/// The style rules that a machine can check, each a function from lines to the numbers of those that break it.
enum Rules {
    static func importsBeyond(_ allowed: Set<String>, _ lines: [Substring]) -> [Int] {
        numbers(lines) { line in
            guard let module = importedModule(line) else { return false }
            return !allowed.contains(module)
        }
    }

    static func importedModule(_ line: Substring) -> String? {
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"), index < 3, words[..<index].allSatisfy({ isModifier($0) }),
            words.count > index + 1
        else { return nil }
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "let", "var", "typealias", "actor"]
        let name = kinds.contains(words[index + 1]) && words.count > index + 2 ? words[index + 2] : words[index + 1]
        return name.split(separator: ".").first.map(String.init)
    }

    private static func isModifier(_ word: Substring) -> Bool {
        ["package", "public", "internal", "private", "fileprivate"].contains(word) || word.hasPrefix("@")
    }

    /// Clocks and chance have no place in a pure decision.
    static func impurities(_ lines: [Substring]) -> [Int] {
        numbers(lines) { line in
            ["SystemRandomNumberGenerator", "ContinuousClock", "SuspendingClock", "Date()", ".random(in:)", "Task {"]
                .contains { line.contains($0) }
                || (line.contains(".random(in") && !line.contains("using:"))
        }
    }

    /// What asks ICU for locales, calendars or time zones: the installed dialerd has an ICU without data
    /// (`.ci/no-icu-data.c`).
    static func needsOfICU(_ lines: [Substring]) -> [Int] {
        let needs = [
            "DateFormatter", "NumberFormatter", "NSRegularExpression", " Locale(", " Locale.", " Calendar(",
            " Calendar.",
            " TimeZone(", ".formatted(", "String(format",
        ]
        return numbers(lines) { line in needs.contains { line.contains($0) } }
    }

    /// Swift Testing runs only what is marked.
    static func unmarkedTests(_ lines: [Substring]) -> [Int] {
        zip(lines.indices, lines).filter { index, line in
            let trimmed = line.drop { $0 == " " }
            guard trimmed.hasPrefix("func test") else { return false }
            return index == 0 || !lines[index - 1].contains("@Test")
        }
        .map { $0.0 + 1 }
    }

    /// Tests await events. A timer, a wait that ends by itself, a clock that is compared and a loop around nothing but an
    /// `await` are sleeps, too.
    static func sleeps(_ lines: [Substring]) -> [Int] {
        let sleeps = [
            "sleep(", "asyncAfter", "makeTimerSource", "scheduledTimer", "wait(timeout:", "wait(until:", "timedwait",
            " select(", "Clock.now <", "Clock.now >",
        ]
        return numbers(lines) { line in
            sleeps.contains { line.contains($0) } || line.contains(/\bsleep [0-9]/)
                || line.contains(" poll(") && !line.contains("-1)")
                || line.contains(/^ *while .*\bawait\b.* \{\}$/)
        }
    }

    static func disabledTests(_ lines: [Substring]) -> [Int] {
        numbers(lines) { line in [".disabled(", "withKnownIssue", "@testable"].contains { line.contains($0) } }
    }

    static func leftOvers(_ lines: [Substring]) -> [Int] {
        numbers(lines) { line in
            ["TODO", "FIXME", "XXX:", "HACK", "try!", "fatalError("].contains { line.contains($0) }
        }
    }

    private static func numbers(_ lines: [Substring], where isBad: (Substring) -> Bool) -> [Int] {
        zip(lines.indices, lines).filter { isBad($0.1) }.map { $0.0 + 1 }
    }
}
