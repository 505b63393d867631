import DialerCore
import Testing

@Suite struct CallChoiceTests {
    private var settings: CampaignSettings {
        CampaignSettings(
            callerIDs: ["14155550100", "14155550101"],
            arguments: [.answerURL: .text("https://example.com/a"), .ringTimeout: .integer(30)]
        )
    }

    @Test func withoutOverridesTheCampaignsArgumentsHold() {
        let call = settings.call(overriding: [:])
        #expect(call.callerIDs == settings.callerIDs)
        #expect(call.arguments == settings.arguments)
    }

    @Test func aRowsArgumentsGoBeforeTheCampaignsAndItsCallerIDIsTheOnlyOne() {
        let call = settings.call(overriding: [.from: .text("14155550199"), .ringTimeout: .integer(10)])
        #expect(call.callerIDs == ["14155550199"])
        #expect(call.arguments == [.answerURL: .text("https://example.com/a"), .ringTimeout: .integer(10)])
    }

    @Test(
        arguments: [
            (nil, nil, ["Europe/Berlin"], ["Europe/Berlin"]),
            (nil, "Asia/Tokyo", ["Europe/Berlin"], ["Europe/Berlin"]),
            (nil, "Asia/Tokyo", [], ["Asia/Tokyo"]),
            (nil, nil, [], []),
            ("UTC", "Asia/Tokyo", ["Europe/Berlin"], ["UTC"]),
            ("UTC", nil, [], ["UTC"]),
        ] as [(String?, String?, [String], [String])]
    ) func whoseClocksCount(_ hours: String?, _ fallback: String?, _ own: [String], _ expected: [String]) {
        var settings = settings
        settings.callingHours.zone = hours
        settings.defaultTimezone = fallback
        #expect(settings.zones(of: own) == expected)
    }
}
