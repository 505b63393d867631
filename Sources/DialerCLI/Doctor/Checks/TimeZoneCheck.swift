import Settings

/// tzdata, by which calling hours are kept.
enum TimeZoneCheck {
    static func finding(_ zones: SystemTimeZones) -> Finding {
        if let problem = zones.problem { return .problem(.timeZones, sentence: problem) }
        return .ok(.timeZones, zones.version.map { "tzdata \($0)" } ?? "tzdata, of a version that it does not tell")
    }
}
