/// The style rules that a machine can check, each a function from lines to the numbers of those that break it.
enum Rules {
    /// What each room may import of the others, and of libraries. `docs/architecture.md` says why.
    static let imports: [String: Set<String>] = [
        "DialerCore": [],
        "DialerStore": ["DialerCore", "GRDB", "Dispatch", "Foundation", "Glibc", "Synchronization"],
        "DialerEngine": ["DialerCore", "DialerStore"],
        "Settings": ["DialerCore", "Yams", "Glibc", "Synchronization"],
        "CampaignFiles": ["DialerCore", "Settings", "Crypto", "Foundation", "Glibc"],
        "HTTPClient": ["CCurl", "Foundation", "Glibc", "Synchronization"],
        "PlivoAPI": ["DialerCore", "HTTPClient", "Crypto", "Foundation"],
        "CallbackServer": [
            "DialerCore", "PlivoAPI", "Hummingbird", "HummingbirdCore", "HTTPTypes", "Logging", "NIOCore",
            "NIOExtras", "NIOPosix", "NIOSSL", "ServiceLifecycle", "Foundation", "Glibc", "Synchronization",
        ],
        "DialerDaemon": [
            "DialerCore", "DialerStore", "DialerEngine", "Settings", "CampaignFiles", "HTTPClient", "PlivoAPI",
            "CallbackServer", "ServiceLifecycle", "Logging", "Dispatch", "Foundation", "Glibc", "Synchronization",
        ],
        "DialerCLI": [
            "DialerCore", "DialerStore", "Settings", "CampaignFiles", "HTTPClient", "PlivoAPI", "CallbackServer",
            "DialerDaemon", "ArgumentParser", "Logging", "Foundation", "Glibc",
        ],
        "dialerd": ["DialerCLI"],
        // None of the dialer's rooms: one misreading of the documentation must not be made twice.
        "PlivoSimulator": [
            "ArgumentParser", "AsyncHTTPClient", "Crypto", "Foundation", "Glibc", "HTTPTypes", "Hummingbird",
            "HummingbirdCore", "Logging", "NIOCore", "NIOPosix", "NIOHTTP1", "ServiceLifecycle", "Synchronization",
            "UnixSignals",
        ],
        "plivo-simulator": ["PlivoSimulator", "Glibc"],
        "DialerSimulation": ["DialerCore", "DialerStore", "DialerEngine", "Foundation", "Synchronization"],
        "dialer-simulate": ["DialerCore", "DialerSimulation", "ArgumentParser", "Foundation", "Synchronization"],
    ]

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

    static func sleeps(_ lines: [Substring]) -> [Int] {
        numbers(lines) { line in ["Task.sleep", "Thread.sleep", "usleep(", " sleep("].contains { line.contains($0) } }
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
