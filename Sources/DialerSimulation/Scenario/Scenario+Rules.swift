import DialerCore

/// Calling hours, attempt limits and rates of caller IDs, for some of the runs.
extension Scenario {
    private static let zoneSets = [["Sim/West"], ["Sim/Middle"], ["Sim/East"], ["Sim/West", "Sim/Middle"], []]

    static func addRules(to campaigns: inout [CampaignPlan], _ draw: inout SeededGenerator) {
        let callerIDRates = draw.chance(0.15) ? rates(&draw) : [:]
        for index in campaigns.indices {
            campaigns[index].settings.callerIDRates = callerIDRates
            if draw.chance(0.25) {
                campaigns[index].settings.callingHours = hours(&draw)
                campaigns[index].settings.defaultTimezone = "Sim/Middle"
                campaigns[index].zoneSets = draw.shuffled(zoneSets).dropLast(draw.whole(0...4)).map { $0 }
            }
            if draw.chance(0.2) {
                campaigns[index].settings.attemptLimits = [
                    AttemptLimit(max: draw.whole(1...3), within: .seconds(draw.pick([60, 600, 7200])))
                ]
            }
        }
    }

    private static func rates(_ draw: inout SeededGenerator) -> [String: Double] {
        let limited = callerIDs.filter { _ in draw.chance(0.6) }
        return Dictionary(uniqueKeysWithValues: limited.map { ($0, draw.pick([0.5, 1, 4])) })
    }

    /// A window that opens or closes soon after the beginning of the run, in one of the zones. It is longer than the
    /// zones of a set are apart, because otherwise its numbers could never be called.
    private static func hours(_ draw: inout SeededGenerator) -> CallingHours {
        let beginning = 16 * 60 + draw.pick([-300, 0, 330])
        let edge = beginning + (draw.chance(0.6) ? draw.whole(0...2) : draw.whole(-5...20))
        let length = draw.whole(420...900)
        let opens = (draw.chance(0.7) ? edge - length : edge) % 1440
        let window = DayWindow(opens: (opens + 1440) % 1440, closes: (opens + 1440) % 1440 + length)
        var hours = CallingHours.everyDay(window)
        if draw.chance(0.3) { hours.zone = draw.pick(["Sim/West", "Sim/Middle", "Sim/East"]) }
        if draw.chance(0.2) { hours.days[draw.whole(0...6)] = [] }
        if draw.chance(0.1) { hours.skipDates = Set([CivilDate(year: 2025, month: 11, day: 24)].compactMap { $0 }) }
        return hours
    }

    /// Makes a scenario in which one rule is decisive and little else happens.
    mutating func makeSpecial(_ draw: inout SeededGenerator) {
        limits.callsPerSecond = draw.pick([0.5, 1])
        limits.dispatchInterval = .seconds(5)
        limits.apiRequestsPer5Seconds = 300
        limits.queueAhead = .seconds(60)
        limits.maxBatch = 1000
        limits.maxCallsInFlight = 1000
        campaigns[0].size = 60
        campaigns[0].settings.callsPerSecond = nil
        campaigns[0].settings.startAt = nil
        switch draw.whole(0...4) {
        case 0:
            // Plivo is slower than the account's rate, so many calls are in its queue when an operator command comes.
            providerPace = 0.3
            faults = [.cancels: 1, .listings: 3]
        case 1:
            // A window closes while calls are made.
            faults = [:]
            let closes = 16 * 60 + draw.whole(1...2)
            campaigns[0].settings.callingHours = .everyDay(DayWindow(opens: 8 * 60, closes: closes))
            campaigns[0].settings.callingHours.zone = "Sim/Middle"
        case 2:
            // Two campaigns call the same people, and only Plivo's lists and records tell the calls apart.
            var other = campaigns[0]
            other.name = "other"
            other.importedAt = .seconds(draw.whole(0...20))
            campaigns = [campaigns[0], other]
            for index in campaigns.indices {
                campaigns[index].settings.inDoubt = .redial
                campaigns[index].settings.callerIDs = Array(Self.callerIDs.prefix(1))
                campaigns[index].settings.callingHours = .always
                campaigns[index].settings.endAt = nil
            }
            limits.callsPerSecond = 20
            faults = [.lostBefore: 0.3, .lostAfter: 0.3, .callbackLost: 1]
        case 3: makeArchiving(&draw)
        default:
            // No callback tells that calls have begun that are to be withdrawn.
            faults = [.callbackLost: 1, .cancels: 2]
        }
    }

    /// Makes three campaigns, one after another, that call the same people. The earlier ones are archived meanwhile.
    private mutating func makeArchiving(_ draw: inout SeededGenerator) {
        faults = draw.chance(0.5) ? [.storeFailures: 3] : [:]
        limits.callsPerSecond = 20
        retention = .seconds(draw.pick([60, 300]))
        let first = campaigns[0]
        campaigns = (0...2).map { index in
            var campaign = first
            campaign.name = "campaign\(index)"
            campaign.size = draw.whole(5...40)
            campaign.importedAt = .seconds(index * draw.pick([400, 700, 1500]))
            campaign.settings.callingHours = .always
            campaign.settings.endAt = nil
            campaign.settings.retry = RetryPolicy()
            campaign.settings.attemptLimits = [AttemptLimit(max: draw.whole(1...2), within: .seconds(7200))]
            return campaign
        }
    }
}
