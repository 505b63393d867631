import DialerCore
import Foundation
import Testing

struct CampaignSettingsTests {
    /// As the first version wrote it into its database.
    private static let early = """
        {"callerIDs":["14155550100"],"arguments":{"answer_url":"https://example.com/a","time_limit":60},\
        "priority":5,"retry":{"maxAttempts":2,"delays":{"busy":[10,0]}},"inDoubt":"hold","allowDuplicateFile":false}
        """

    @Test func settingsOfAnEarlierVersionAreRead() throws {
        let settings = try JSONDecoder().decode(CampaignSettings.self, from: Data(Self.early.utf8))
        #expect(settings.callerIDs == ["14155550100"])
        #expect(settings.callingHours == .always, "as it called before")
        #expect(settings.attemptLimits.isEmpty && settings.callerIDRates.isEmpty)
        #expect(settings.defaultCountry == nil && settings.defaultTimezone == nil)
    }

    @Test func everyFieldComesBack() throws {
        var settings = CampaignSettings(
            callerIDs: ["14155550100", "14155550101"],
            arguments: [.answerURL: .text("https://example.com/a"), .timeLimit: .integer(60)]
        )
        settings.callsPerSecond = 2.5
        settings.maxCallsInFlight = 7
        settings.priority = 3
        settings.startAt = WallTime(milliseconds: 1)
        settings.endAt = WallTime(milliseconds: 2)
        settings.retry = RetryPolicy(maxAttempts: 3, delays: [.busy: .seconds(600)])
        settings.inDoubt = .redial
        settings.allowDuplicateFile = true
        settings.callerIDRates = ["14155550100": 0.5]
        settings.callingHours = CallingHours(
            zone: "America/New_York",
            days: CallingHours.standard.days,
            skipDates: Set([CivilDate("2026-12-25")].compactMap(\.self))
        )
        settings.attemptLimits = [AttemptLimit(max: 7, within: .seconds(604_800))]
        settings.defaultCountry = "US"
        settings.defaultTimezone = "America/Chicago"
        let stored = try JSONEncoder().encode(settings)
        #expect(try JSONDecoder().decode(CampaignSettings.self, from: stored) == settings)
    }

    @Test(arguments: ["2026-02-29", "2026-12-25T00:00", "25.12.2026", "2026-1-1", ""])
    func datesThatDoNotExist(text: String) {
        #expect(CivilDate(text) == nil)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CivilDate].self, from: Data("[\"\(text)\"]".utf8))
        }
    }
}
