import DialerCore

extension Scenario {
    package init(seed: UInt64) {
        var draw = SeededGenerator(seed: seed)
        self.seed = seed
        limits = Self.limits(&draw)
        let hasSharedNumbers = draw.chance(0.4)
        let count = draw.pick([1, 1, 1, 2, 2, 3, 4])
        faults = Self.faults(&draw)
        // Plivo's records come in pages of twenty, so some faults show only with many calls.
        let isLarge = draw.chance(faults[.lostAfter] == Self.manyLostAnswers ? 0.3 : 0.03)
        let largest = isLarge ? draw.pick([100, 100, 300]) : draw.pick([3, 10, 20, 60]) / count + 1
        campaigns = []
        let redial = faults[.recordLate] == nil && draw.chance(0.7)
        for index in 0..<count {
            campaigns.append(
                CampaignPlan(
                    name: "campaign\(index)",
                    size: draw.whole(1...largest),
                    firstNumber: 15_550_000_000 + (hasSharedNumbers ? 0 : Int64(index) * 1000),
                    settings: Self.settings(redial: redial, &draw),
                    variants: draw.pick([1, 1, 1, 2, 3]),
                    importedAt: index == 0 ? .zero : draw.duration(0...120)
                )
            )
        }
        faultyFor = .seconds(draw.pick([120, 300, 600, 1200]))
        Self.addRules(to: &campaigns, &draw)
        if draw.chance(0.12) { makeSpecial(&draw) }
        for command in [Fault.cancels, .listings, .withdrawingPauses, .traceless] where draw.chance(0.25) {
            faults[command] = command == .listings ? Double(draw.whole(1...4)) : 1
        }
        let hasRetries = campaigns.contains { !$0.settings.retry.delays.isEmpty }
        if hasRetries, draw.chance(0.2) { faults[.retryChanges] = Double(draw.whole(2...6)) }
    }

    private static func limits(_ draw: inout SeededGenerator) -> DialingLimits {
        DialingLimits(
            callsPerSecond: draw.pick([0.5, 1, 2, 5, 20, 100, 100]),
            dispatchInterval: .milliseconds(draw.pick([500, 1000, 2000, 5000])),
            maxCallsInFlight: draw.pick([3, 10, 20, 50, 1000]),
            maxBatch: draw.pick([1, 3, 10, 1000, 1000]),
            queueAhead: .seconds(draw.pick([5, 20, 60])),
            apiRequestsPer5Seconds: draw.pick([4, 10, 30, 300]),
            callbackGrace: .seconds(draw.pick([15, 30, 120])),
            giveUpAfter: .seconds(draw.pick([900, 3600, 86_400]))
        )
    }

    private static func settings(redial: Bool, _ draw: inout SeededGenerator) -> CampaignSettings {
        var arguments: CallArguments = [
            .answerURL: .text("https://example.com/answer.xml"),
            .ringTimeout: .integer(draw.pick([10, 20, 30])), .timeLimit: .integer(draw.pick([15, 40, 90])),
        ]
        if draw.chance(0.2) { arguments[.hangupOnRing] = .integer(draw.whole(5...30)) }
        if draw.chance(0.3) { arguments[.machineDetection] = .text(draw.pick(["true", "hangup"])) }
        if draw.chance(0.15) { arguments[.machineDetectionURL] = .text("https://example.com/machine") }
        var settings = CampaignSettings(
            callerIDs: draw.chance(0.3) ? callerIDs : [callerIDs[draw.whole(0...1)]],
            arguments: arguments
        )
        settings.priority = draw.whole(1...9)
        settings.inDoubt = redial && draw.chance(0.8) ? .redial : .hold
        if draw.chance(0.2) { settings.callsPerSecond = draw.pick([0.5, 1, 3]) }
        if draw.chance(0.2) { settings.maxCallsInFlight = draw.pick([1, 4, 20]) }
        if draw.chance(0.2) { settings.startAt = begin + draw.duration(0...400) }
        if draw.chance(0.2) { settings.endAt = begin + draw.duration(60...1500) }
        settings.callingHours = .always
        if draw.chance(0.6) { settings.retry = retry(&draw) }
        return settings
    }

    private static func retry(_ draw: inout SeededGenerator) -> RetryPolicy {
        var retry = RetryPolicy(maxAttempts: draw.whole(1...4))
        for outcome in RetryPolicy.retriable where draw.chance(0.6) {
            retry.delays[outcome] = .seconds(draw.pick([5, 30, 120, 600]))
        }
        return retry
    }

    /// Most runs have a few kinds of faults, some have nearly all, some none.
    private static func faults(_ draw: inout SeededGenerator) -> [Fault: Double] {
        let share = draw.pick([0, 0.15, 0.3, 0.3, 0.5, 0.8])
        let rates = draw.pick([[0.02], [0.05, 0.1], [0.02, 0.1, 0.3], [0.3, 0.5]])
        var faults: [Fault: Double] = [:]
        // `retryChanges` are drawn last, so that seeds still draw what they drew before there was this fault.
        for fault in Fault.allCases where fault != .retryChanges && draw.chance(share) {
            switch fault {
            case .cancels, .listings, .withdrawingPauses, .traceless: continue
            case .foreignCalls: faults[fault] = Double(draw.whole(1...30))
            case .outages, .pauses, .clockSteps, .stalledQueues: faults[fault] = Double(draw.whole(1...3))
            case .crashes, .storeFailures: faults[fault] = Double(draw.whole(1...6))
            case .legacyUUIDs: faults[fault] = 1
            case .callbackLost: faults[fault] = draw.pick(rates + [1])
            case .unauthorized, .paymentRequired, .badRequest, .forbidden: faults[fault] = draw.pick([0.02, 0.1])
            default: faults[fault] = draw.pick(rates)
            }
        }
        if draw.chance(0.25) { addLosses(to: &faults, &draw) }
        return faults
    }

    private static let manyLostAnswers = 0.3

    /// Loses so many answers and callbacks that often only Plivo's lists and records tell what happened.
    private static func addLosses(to faults: inout [Fault: Double], _ draw: inout SeededGenerator) {
        faults[.lostBefore] = 0.2
        faults[.lostAfter] = manyLostAnswers
        faults[.reordered] = 0.5
        faults[.callbackLost] = draw.pick([0.2, 0.5, 1])
        faults[.callbackWithoutTo] = draw.pick([0, 0.5])
        faults[.foreignCalls] = draw.pick([0, 60])
        faults[.lookupFails] = draw.pick([0, 0.3])
        // With late records, no contact could be called again because it has no record.
        if draw.chance(0.7) { faults[.recordLate] = nil }
    }
}
