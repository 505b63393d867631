import DialerCore

/// Campaign settings on their way from keys to ``CampaignSettings``; `from` and `answer_url` may still be missing.
struct CampaignDraft {
    var table: SettingsTable
    let limits: DialingLimits
    let timeZones: any TimeZones

    /// The settings by the table's keys. They mean nothing if the table has problems afterwards.
    mutating func read() -> CampaignSettings {
        let pool = callerIDs()
        var settings = CampaignSettings(callerIDs: pool.map(\.number), arguments: arguments())
        for callerID in pool { settings.callerIDRates[callerID.number] = callerID.callsPerSecond }
        settings.callsPerSecond = table.callsPerSecond(below: limits)
        settings.maxCallsInFlight = table.read(CampaignKey.maxCallsInFlight)
        settings.priority = table.read(CampaignKey.priority)
        settings.startAt = table.read(CampaignKey.startAt)
        settings.endAt = table.read(CampaignKey.endAt)
        if let start = settings.startAt, let end = settings.endAt, end <= start {
            table.refuse(CampaignKey.endAt.name, "must be later than \(CampaignKey.startAt.name)")
        }
        settings.callingHours = callingHours()
        settings.retry = retry()
        settings.attemptLimits = attemptLimits()
        settings.inDoubt = table.read(CampaignKey.inDoubt)
        settings.allowDuplicateFile = table.read(CampaignKey.allowDuplicateFile)
        settings.defaultCountry = table.read(CampaignKey.defaultCountry)
        settings.defaultTimezone = table.read(CampaignKey.defaultTimezone, where: timeZones.knows)
        return settings
    }

    private mutating func arguments() -> CallArguments {
        var arguments: CallArguments = [:]
        for argument in CallArgument.allCases where argument != .from {
            arguments[argument] = table.read(argument.key)
        }
        return arguments
    }

    private mutating func retry() -> RetryPolicy {
        let attempts = CampaignKey.maxAttempts
        var policy = RetryPolicy(maxAttempts: table.read(attempts))
        var namesDelay = false
        for outcome in RetryPolicy.retriable {
            let key = CampaignKey.retryDelay(after: outcome)
            guard let setting = table.settings[key.name], setting.text != CampaignKey.never else { continue }
            namesDelay = true
            policy.delays[outcome] = table.read(key)
        }
        if namesDelay, !table.has(attempts.name) {
            table.refuse(attempts.name, "is missing, and without it no contact is called again: set it to 2 or more")
        }
        if policy.maxAttempts > 1, !namesDelay {
            let outcomes = RetryPolicy.retriable.map(\.rawValue).joined(separator: ", ")
            table.refuse(attempts.name, "has no effect without a delay beside it for one of \(outcomes)")
        }
        return policy
    }

    private mutating func attemptLimits() -> [AttemptLimit] {
        let key = CampaignKey.attemptLimits
        let (max, within) = (CampaignKey.limitMax, CampaignKey.limitWithin)
        guard let setting = table.settings[key.name] else { return key.default }
        return setting.items.compactMap { item in
            guard case .fields(let fields) = item.content else {
                table.refuse(key.name, "must be \(key.form.expectation); \(item.quoted) is no limit", at: item.origin)
                return nil
            }
            let names = [max.name, within.name]
            return table.fields(fields, of: key.name, at: item.origin, keys: names) { limit in
                for name in names where !limit.has(name) {
                    limit.refuse(name, "is missing: a limit is such as {max: 7, within: 7d}")
                }
                let (max, within) = (limit.read(max), limit.read(within))
                guard let max, let within else { return nil }
                return AttemptLimit(max: max, within: within)
            }
        }
    }
}

extension SettingsTable {
    /// A campaign's or a caller ID's own rate, at most the account's.
    mutating func callsPerSecond(below limits: DialingLimits) -> Double? {
        let (key, account) = (CampaignKey.callsPerSecond, ConfigurationKey.callsPerSecond)
        guard let rate = read(key) else { return nil }
        if rate > limits.callsPerSecond {
            let most = limits.callsPerSecond.settingText
            refuse(key.name, "must not be above \(account.name), which is \(most)")
        } else if let problem = limits.problem(withRate: rate) {
            refuse(key.name, problem)
        }
        return rate
    }
}
