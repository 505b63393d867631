import DialerCore

/// Campaign settings on their way from keys to ``CampaignSettings``; `from` and `answer_url` may still be missing.
struct CampaignDraft {
    var table: SettingsTable
    let limits: Configuration.Limits

    init(table: SettingsTable, limits: Configuration.Limits) {
        self.table = table
        self.limits = limits
    }

    /// What the keys say; without a meaning if the table has problems afterwards.
    mutating func read() -> CampaignSettings {
        refuseUnenforced()
        var settings = CampaignSettings(callerIDs: callerIDs(), arguments: arguments())
        settings.callsPerSecond = callsPerSecond()
        settings.maxCallsInFlight = table.integer("max_calls_in_flight", in: 1...1_000_000)
        settings.priority = table.integer("priority", in: 1...9) ?? 5
        settings.startAt = table.instant("start_at")
        settings.endAt = table.instant("end_at")
        if let start = settings.startAt, let end = settings.endAt, end <= start {
            table.refuse("end_at", "must be later than start_at")
        }
        settings.retry = retry()
        let policies = DoubtPolicy.allCases.map(\.rawValue).joined(separator: " or ")
        settings.inDoubt = table.value("in_doubt", expected: policies) { DoubtPolicy(rawValue: $0) } ?? .hold
        settings.allowDuplicateFile = table.flag("allow_duplicate_file") ?? false
        return settings
    }

    private mutating func refuseUnenforced() {
        for (key, consequence) in CampaignSettings.unenforcedKeys where table.has(key) {
            table.refuse(key, "is not enforced by this version yet (\(consequence)): remove it")
        }
    }

    private mutating func callerIDs() -> [String] {
        let argument = CallArgument.from
        guard case .list(let items) = table.settings[argument.rawValue]?.content else {
            return value(of: argument).map { [$0.text] } ?? []
        }
        var pool: [String] = []
        for item in items {
            guard let number = try? argument.value(of: item).text else {
                table.refuse(
                    argument.rawValue,
                    "must be \(argument.rule.expectation), or a list of such; \"\(item)\" is none"
                )
                continue
            }
            if pool.contains(number) { table.refuse(argument.rawValue, "has \(number) more than once") }
            pool.append(number)
        }
        if items.isEmpty { table.refuse(argument.rawValue, "is an empty list: name at least one caller ID") }
        return pool
    }

    private mutating func arguments() -> CallArguments {
        var arguments: CallArguments = [:]
        for argument in CallArgument.allCases where argument != .from {
            arguments[argument] = value(of: argument)
        }
        return arguments
    }

    private mutating func value(of argument: CallArgument) -> ArgumentValue? {
        table.value(argument.rawValue, expected: argument.rule.expectation) { try? argument.value(of: $0) }
    }

    private mutating func callsPerSecond() -> Double? {
        let key = "calls_per_second"
        guard let rate = table.rate(key, in: 0.01...10_000) else { return nil }
        if rate > limits.callsPerSecond {
            let account = limits.callsPerSecond.settingText
            table.refuse(key, "must not be above limits.calls_per_second, which is \(account)")
        } else if let problem = limits.problem(withRate: rate) {
            table.refuse(key, problem)
        }
        return rate
    }

    private mutating func retry() -> RetryPolicy {
        var policy = RetryPolicy(maxAttempts: table.integer("retry.max_attempts", in: 1...100) ?? 1)
        var namesDelay = false
        for outcome in RetryPolicy.retriable {
            let key = "retry." + outcome.rawValue
            guard let setting = table.settings[key], setting.content != .text("never") else { continue }
            namesDelay = true
            policy.delays[outcome] = table.duration(key, in: .seconds(1) ... .seconds(2_592_000))
        }
        if namesDelay, !table.has("retry.max_attempts") {
            table.refuse("retry.max_attempts", "is missing, and without it nobody is called again: set it to 2 or more")
        }
        if policy.maxAttempts > 1, !namesDelay {
            let outcomes = RetryPolicy.retriable.map(\.rawValue).joined(separator: ", ")
            table.refuse("retry.max_attempts", "calls nobody again without a delay beside it for one of \(outcomes)")
        }
        return policy
    }
}
