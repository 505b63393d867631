/// The keys of a campaign's settings, except the arguments of the call (``CallArgument``) and the days of
/// `calling_hours`.
package enum CampaignKey {
    package static let callsPerSecond = SettingKey("calls_per_second", .callsPerSecond, otherwise: "the account's")
        .meaning("Calls handed to Plivo per second, at most limits.calls_per_second.")
    package static let maxCallsInFlight = SettingKey("max_calls_in_flight", .callsInFlight, otherwise: "the account's")
        .meaning("The most calls of the campaign in flight; limits.max_calls_in_flight holds as well.")
    package static let priority = SettingKey("priority", .integer(1...9), default: 5)
        .meaning("Campaigns share the account's rate in proportion to their priorities.")
    package static let startAt = SettingKey("start_at", .instant, otherwise: "at once")
        .meaning("No call is made before this time.")
    package static let endAt = SettingKey("end_at", .instant, otherwise: "never")
        .meaning("Contacts that have not been called by this time end as expired. It must be later than start_at.")

    package static let callingHours =
        SettingKey("calling_hours", hours, default: .standard, words: "\(standardHours) every day")
        .meaning("The hours of each weekday in which contacts may be called.")
    package static let timezone = SettingKey("calling_hours.timezone", zoneOrRecipient, default: recipient)
        .meaning("The time zone of the hours; recipient is the zone of each contact.")
    package static let skipDates = SettingKey("calling_hours.skip_dates", dates, default: [], words: "none")
        .meaning("Dates on which nobody is called.")

    package static let maxAttempts = SettingKey("retry.max_attempts", .integer(1...100), default: 1)
        .meaning("The most calls to one contact in all.")
    /// - Parameter outcome: one of ``RetryPolicy/retriable``.
    package static func retryDelay(after outcome: Outcome) -> SettingKey<Duration?> {
        SettingKey("retry.\(outcome.rawValue)", .duration(.seconds(1) ... .days(30)), otherwise: never)
            .meaning("The wait from the end of a call with this outcome to the next call, or never.")
    }

    package static let attemptLimits = SettingKey("attempt_limits", limits, default: [], words: "none")
        .meaning(
            """
            Limits for a number in all campaigns together: at most max calls (\(limitMax.form.expectation)) in any \
            period of within (\(limitWithin.form.expectation)).
            """
        )
    package static let inDoubt = SettingKey("in_doubt", .choice, default: DoubtPolicy.hold)
        .meaning(
            """
            For a contact that Plivo may have called, when Plivo's records show no such call: hold ends it as unknown, \
            redial calls it again.
            """
        )
    package static let allowDuplicateFile = SettingKey("allow_duplicate_file", .flag, default: false)
        .meaning("Whether a file is taken whose content has been a campaign before.")
    package static let defaultCountry = SettingKey("default_country", .country, otherwise: "none")
        .meaning("Numbers without + are read as dialed in this country; without it, each needs its country code.")
    package static let defaultTimezone = SettingKey("default_timezone", .zone, otherwise: "none")
        .meaning("The time zone of numbers whose own is not known; without it, such rows are rejected.")

    package static let all: [any DocumentedKey] =
        [
            callsPerSecond, maxCallsInFlight, priority, startAt, endAt, callingHours, timezone, skipDates, maxAttempts,
            attemptLimits, inDoubt, allowDuplicateFile, defaultCountry, defaultTimezone,
        ] + RetryPolicy.retriable.map(retryDelay)
}

extension CampaignKey {
    /// Stands in place of a time zone: the zone of each contact.
    package static let recipient = "recipient"
    /// Stands in place of a delay: no call follows.
    package static let never = "never"

    /// The key in an item of `from`, where ``callsPerSecond`` may stand beside it.
    package static let callerID = SettingKey("number", number, otherwise: "required")
    /// The key in an item of `attempt_limits`, as is ``limitWithin``.
    package static let limitMax = SettingKey("max", .integer(1...10_000), otherwise: "required")
    package static let limitWithin = SettingKey("within", .duration(AttemptLimit.periods), otherwise: "required")

    private static let standardHours = CallingHours.standardWindow.settingText
    private static let hours = SettingForm("always, or a section such as {mon-fri: \"09:00-20:00\"}") { text in
        text == "always" ? CallingHours.always : nil
    }
    private static let zoneOrRecipient = SettingForm("\(recipient), \(SettingForm.zone.expectation)") { $0 }
    private static let dates = SettingForm<Set<CivilDate>>("a list of dates such as [2026-12-25]")
    private static let limits = SettingForm<[AttemptLimit]>("a list such as [{max: 7, within: 7d}]")
    private static let number = SettingForm(CallArgument.from.rule.expectation) { text in
        try? CallArgument.from.value(of: text).text
    }
}
