import DialerCore
import Settings

/// Campaign settings as JSON, with the keys of a settings file (docs/cli.md, "check --json").
struct SettingsDocument: Encodable {
    private let settings: CampaignSettings

    init(_ settings: CampaignSettings) {
        self.settings = settings
    }

    private enum Key: String, CodingKey {
        case from, arguments, priority, retry
        case callsPerSecond = "calls_per_second"
        case maxCallsInFlight = "max_calls_in_flight"
        case startAt = "start_at"
        case endAt = "end_at"
        case callingHours = "calling_hours"
        case attemptLimits = "attempt_limits"
        case inDoubt = "in_doubt"
        case allowDuplicateFile = "allow_duplicate_file"
        case defaultCountry = "default_country"
        case defaultTimezone = "default_timezone"
    }

    private struct CallerID: Encodable {
        var number: String
        var callsPerSecond: Double?

        enum CodingKeys: String, CodingKey {
            case number
            case callsPerSecond = "calls_per_second"
        }
    }

    private struct Limit: Encodable {
        var max: Int
        var within: String
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        let pool = settings.callerIDs.map { CallerID(number: $0, callsPerSecond: settings.callerIDRates[$0]) }
        try container.encode(pool, forKey: .from)
        let arguments = Dictionary(uniqueKeysWithValues: settings.arguments.map { ($0.key.rawValue, $0.value) })
        try container.encode(arguments, forKey: .arguments)
        try container.encodeIfPresent(settings.callsPerSecond, forKey: .callsPerSecond)
        try container.encodeIfPresent(settings.maxCallsInFlight, forKey: .maxCallsInFlight)
        try container.encode(settings.priority, forKey: .priority)
        try container.encodeIfPresent(settings.startAt?.rfc3339, forKey: .startAt)
        try container.encodeIfPresent(settings.endAt?.rfc3339, forKey: .endAt)
        try container.encode(SettingsText.hours(settings.callingHours), forKey: .callingHours)
        var retry = ["max_attempts": ArgumentValue.integer(settings.retry.maxAttempts)]
        for (outcome, delay) in settings.retry.delays {
            retry[outcome.rawValue] = .text(delay.settingText)
        }
        try container.encode(retry, forKey: .retry)
        let limits = settings.attemptLimits.map { Limit(max: $0.max, within: $0.within.settingText) }
        try container.encode(limits, forKey: .attemptLimits)
        try container.encode(settings.inDoubt.rawValue, forKey: .inDoubt)
        try container.encode(settings.allowDuplicateFile, forKey: .allowDuplicateFile)
        try container.encodeIfPresent(settings.defaultCountry, forKey: .defaultCountry)
        try container.encodeIfPresent(settings.defaultTimezone, forKey: .defaultTimezone)
    }
}
