import DialerCore

extension CampaignSettings {
    /// Every key that a settings file may have (interface, section 4), nested ones dotted.
    static let keys: [String] =
        CallArgument.allCases.map(\.rawValue)
        + [
            "calls_per_second", "max_calls_in_flight", "priority", "start_at", "end_at",
            "retry.max_attempts", "in_doubt", "allow_duplicate_file",
        ]
        + RetryPolicy.retriable.map { "retry." + $0.rawValue }
        + unenforcedKeys.keys

    /// Keys of the interface that this version reads but does not obey yet, and what that means: nobody shall believe
    /// that a rule holds when it doesn't, so they are refused.
    static let unenforcedKeys: [String: String] = [
        "calling_hours": "calls are made at any hour; use start_at and end_at",
        "attempt_limits": "a number can be called by each of several campaigns",
        "default_country": "numbers need their country code",
        "default_timezone": "calls are made at any hour",
    ]
}
