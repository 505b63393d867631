import DialerCore

/// Campaign settings on their way from keys to ``CampaignSettings``; `from` and `answer_url` may still be missing.
struct CampaignDraft {
    var table: SettingsTable
    let limits: Configuration.Limits
    let timeZones: any TimeZones

    /// What the keys say; without a meaning if the table has problems afterwards.
    mutating func read() -> CampaignSettings {
        let pool = callerIDs()
        var settings = CampaignSettings(callerIDs: pool.map(\.number), arguments: arguments())
        for callerID in pool { settings.callerIDRates[callerID.number] = callerID.callsPerSecond }
        settings.callsPerSecond = table.callsPerSecond(below: limits)
        settings.maxCallsInFlight = table.integer("max_calls_in_flight", in: 1...1_000_000)
        settings.priority = table.integer("priority", in: 1...9) ?? 5
        settings.startAt = table.instant("start_at")
        settings.endAt = table.instant("end_at")
        if let start = settings.startAt, let end = settings.endAt, end <= start {
            table.refuse("end_at", "must be later than start_at")
        }
        settings.callingHours = callingHours()
        settings.retry = retry()
        settings.attemptLimits = attemptLimits()
        let policies = DoubtPolicy.allCases.map(\.rawValue).joined(separator: " or ")
        settings.inDoubt = table.value("in_doubt", expected: policies) { DoubtPolicy(rawValue: $0) } ?? .hold
        settings.allowDuplicateFile = table.flag("allow_duplicate_file") ?? false
        settings.defaultCountry = table.value("default_country", expected: "a country's two letters, such as US") {
            Country($0)?.code
        }
        settings.defaultTimezone = table.zone("default_timezone", in: timeZones)
        return settings
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

    private mutating func attemptLimits() -> [AttemptLimit] {
        let key = "attempt_limits"
        guard let setting = table.settings[key] else { return [] }
        return setting.items.compactMap { item in
            guard case .fields(let fields) = item.content else {
                table.refuse(
                    key,
                    "must be a list such as [{max: 7, within: 7d}]; \(item.quoted) is no limit",
                    at: item.origin
                )
                return nil
            }
            return table.fields(fields, of: key, at: item.origin, keys: ["max", "within"]) { limit in
                for name in ["max", "within"] where !limit.has(name) {
                    limit.refuse(name, "is missing: a limit is such as {max: 7, within: 7d}")
                }
                let max = limit.integer("max", in: 1...10_000)
                let within = limit.duration("within", in: AttemptLimit.periods)
                guard let max, let within else { return nil }
                return AttemptLimit(max: max, within: within)
            }
        }
    }
}

extension SettingsTable {
    /// A campaign's or a caller ID's own rate, at most the account's.
    mutating func callsPerSecond(below limits: Configuration.Limits) -> Double? {
        let key = "calls_per_second"
        guard let rate = rate(key, in: 0.01...10_000) else { return nil }
        if rate > limits.callsPerSecond {
            let account = limits.callsPerSecond.settingText
            refuse(key, "must not be above limits.calls_per_second, which is \(account)")
        } else if let problem = limits.problem(withRate: rate) {
            refuse(key, problem)
        }
        return rate
    }
}
