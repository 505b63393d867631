import CampaignFiles
import DialerCore
import TestSupport
import Testing

@Suite struct ZoneRuleTests {
    private struct Zones: TimeZones {
        func zone(_ name: String) -> TimeZoneRules? {
            let known = ["America/New_York", "America/Los_Angeles", "Europe/Berlin", "UTC"]
            return known.contains(name) ? TimeZoneRules(fixedOffset: 0) : nil
        }
    }

    private enum Hours: CaseIterable {
        case recipients
        case fixed
        case always
    }

    private static func settings(_ hours: Hours = .recipients, defaultTimezone: String? = nil) -> CampaignSettings {
        var settings = CampaignSettings(callerIDs: ["14155550100"], arguments: [:])
        settings.defaultTimezone = defaultTimezone
        switch hours {
        case .recipients: break
        case .fixed: settings.callingHours.zone = "Europe/Berlin"
        case .always: settings.callingHours = .always
        }
        return settings
    }

    private static func rows(_ text: String, _ settings: CampaignSettings) throws -> [CSVRow] {
        let folder = try TemporaryFolder()
        let zoneRule = ZoneRule(settings, timeZones: Zones())
        let file = try CampaignFile(
            path: folder.write(text, to: "a.csv"),
            callerIDs: settings.callerIDs,
            zoneRule: zoneRule
        )
        let rows = try file.next(limit: 100)
        try file.finish()
        return rows
    }

    private static func zones(_ text: String, _ settings: CampaignSettings = settings()) throws -> [[String]?] {
        try rows(text, settings).map { if case .contact(let contact) = $0 { contact.zones } else { nil } }
    }

    @Test func theRowsZoneOverridesTheNumbers() throws {
        let text = "to,timezone\n12125550100,Europe/Berlin\n12125550101,\n12125550102, UTC \n"
        #expect(try Self.zones(text) == [["Europe/Berlin"], ["America/New_York"], ["UTC"]])
    }

    @Test(arguments: ["timezone", "TimeZone", " TIMEZONE "]) func theColumnIsFoundInAnyCase(_ name: String) throws {
        #expect(try Self.zones("to,\(name)\n12125550100,UTC\n") == [["UTC"]])
    }

    @Test func aNumberInSeveralZonesHasThemAll() throws {
        let zones = try #require(try Self.zones("to\n18005550100\n").first)
        #expect((zones?.count ?? 0) > 4)
    }

    @Test func theColumnIsReturnedWithTheOthers() throws {
        let rows = try Self.rows("to,timezone,name\n12125550100,UTC,Ann\n", Self.settings())
        guard case .contact(let contact) = try #require(rows.first) else { Issue.record("a reject"); return }
        #expect(contact.values == ["UTC", "Ann"])
    }

    @Test(arguments: [
        ("america/new york", "timezone is no IANA time zone that is known here: is America/New_York meant?"),
        ("EST", "timezone is no IANA time zone that is known here: write it as in America/New_York"),
        ("Mars/Base", "timezone is no IANA time zone that is known here: write it as in America/New_York"),
        ("ß/ﬁ", "timezone is no IANA time zone that is known here: write it as in America/New_York"),
    ]) func anUnknownZoneIsAReject(_ typed: String, _ reason: String) throws {
        let rows = try Self.rows("to,Timezone\n12125550100,\(typed)\n", Self.settings(.always))
        #expect(rows == [.reject(Reject(row: 2, column: "Timezone", value: typed, reason: reason))])
    }

    @Test(
        arguments: [
            (Hours.recipients, nil, false), (.recipients, "Europe/Berlin", true), (.fixed, nil, true),
            (.always, nil, true),
        ] as [(Hours, String?, Bool)]
    )
    private func aNumberWithoutAZone(_ hours: Hours, _ defaultTimezone: String?, isContact: Bool) throws {
        let settings = Self.settings(hours, defaultTimezone: defaultTimezone)
        let rows = try Self.rows("to\nsip:ann@phone.plivo.com\n", settings)
        if isContact {
            guard case .contact(let contact)? = rows.first else { Issue.record("a reject"); return }
            #expect(contact.zones.isEmpty)
        } else {
            guard case .reject(let reject)? = rows.first else { Issue.record("a contact"); return }
            #expect(reject.column == "to")
            #expect(reject.reason.contains("set default_timezone in the settings"))
        }
    }

    @Test func twoColumnsOfZonesRefuseTheFile() throws {
        let refusal = FileRefusal("The header has the column timezone more than once: keep one.")
        #expect(throws: refusal) { try Self.rows("to,timezone,TIMEZONE\n1,UTC,UTC\n", Self.settings()) }
    }
}
