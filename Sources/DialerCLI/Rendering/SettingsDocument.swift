import DialerCore
import Settings

/// Campaign settings as JSON, with the keys of a settings file (docs/cli.md, "check --json").
enum SettingsDocument {
    static func object(_ settings: CampaignSettings) -> JSONObject {
        let delays = settings.retry.delays.map { ($0.key.rawValue, $0.value.settingText) }
        let retry = ["max_attempts": settings.retry.maxAttempts] + JSONObject(Dictionary(uniqueKeysWithValues: delays))
        let object: JSONObject = [
            "from": settings.callerIDs.map { number -> JSONObject in
                (["number": number, "calls_per_second": settings.callerIDRates[number]] as JSONObject).withoutNil
            },
            "arguments": Dictionary(uniqueKeysWithValues: settings.arguments.map { ($0.key.rawValue, $0.value) }),
            "priority": settings.priority, "calling_hours": SettingsText.hours(settings.callingHours),
            "retry": retry,
            "attempt_limits": settings.attemptLimits.map { limit -> JSONObject in
                ["max": limit.max, "within": limit.within.settingText]
            },
            "in_doubt": settings.inDoubt.rawValue, "allow_duplicate_file": settings.allowDuplicateFile,
            "calls_per_second": settings.callsPerSecond, "max_calls_in_flight": settings.maxCallsInFlight,
            "start_at": settings.startAt?.rfc3339, "end_at": settings.endAt?.rfc3339,
            "default_country": settings.defaultCountry, "default_timezone": settings.defaultTimezone,
        ]
        return object.withoutNil
    }
}
