import DialerCore
import Settings

/// Campaign settings as JSON, with the keys of a settings file (docs/cli.md, "check --json").
enum SettingsDocument {
    static func object(_ settings: CampaignSettings) -> JSONObject {
        var retry: JSONObject = ["max_attempts": settings.retry.maxAttempts]
        for (outcome, delay) in settings.retry.delays { retry[outcome.rawValue] = delay.settingText }
        var object: JSONObject = [
            "from": settings.callerIDs.map { number in
                var callerID: JSONObject = ["number": number]
                callerID["calls_per_second"] = settings.callerIDRates[number]
                return callerID
            },
            "arguments": Dictionary(uniqueKeysWithValues: settings.arguments.map { ($0.key.rawValue, $0.value) }),
            "priority": settings.priority, "calling_hours": SettingsText.hours(settings.callingHours), "retry": retry,
            "attempt_limits": settings.attemptLimits.map { limit -> JSONObject in
                ["max": limit.max, "within": limit.within.settingText]
            },
            "in_doubt": settings.inDoubt.rawValue, "allow_duplicate_file": settings.allowDuplicateFile,
        ]
        object["calls_per_second"] = settings.callsPerSecond
        object["max_calls_in_flight"] = settings.maxCallsInFlight
        object["start_at"] = settings.startAt?.rfc3339
        object["end_at"] = settings.endAt?.rfc3339
        object["default_country"] = settings.defaultCountry
        object["default_timezone"] = settings.defaultTimezone
        return object
    }
}
