import Settings

/// tzdata, on which calling hours depend.
enum TimeZoneCheck {
    static func finding(_ zones: SystemTimeZones) -> Finding {
        if let problem = zones.problem { return .problem(.timeZones, sentence: problem) }
        return .ok(.timeZones, zones.version.map { "tzdata \($0)" } ?? "tzdata, of an unknown version")
    }
}
