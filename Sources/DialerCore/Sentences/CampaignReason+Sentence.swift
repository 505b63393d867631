extension CampaignReason {
    /// The reason in words. It has no numbers that change all the time, because the engine stores each change of the
    /// sentence.
    package var sentence: String {
        switch self {
        case .daemonStopped: "the daemon is not running: systemctl start dialerd"
        case .paused(let campaign): "paused by the operator; to go on: dialerd resume \(campaign)"
        case .halted(let cause, let campaign): "\(cause.sentence); \(cause.remedy), then: dialerd resume \(campaign)"
        case .restored(let moment, let campaign):
            "restored from a backup of \(moment): calls made since then are not known; see docs/operating.md, then dialerd resume \(campaign)"
        case .canceled: "canceled by the operator; calls that wait in Plivo's queue are being withdrawn"
        case .startsAt(let start): "it starts at \(start.rfc3339)"
        case .resuming: "it goes on within a second"
        case .heldBack(let refusal): "\(refusal.sentence); dialing goes on by itself after a pause"
        case .callsInFlight(let most): "as many calls are under way as max_calls_in_flight allows (\(most))"
        case .queueAhead: "calls handed over earlier still wait in Plivo's queue (queue_ahead)"
        case .apiRequests: "Plivo's API takes no more requests for the moment (api_requests_per_5s)"
        case .callerIDs: "every caller ID has reached its calls_per_second"
        case .notDue(let until):
            "every contact left waits for its retry or an attempt limit; the next is due at \(until.rfc3339)"
        case .closed(let until, let zones): Self.closed(until, zones)
        case .neverOpen:
            "calling_hours leave no time within a year at which the contacts left may be called: change them in the settings"
        case .zoneUnknown: "the time zone of the contacts left is not known: set default_timezone in the settings"
        }
    }

    private static func closed(_ until: WallTime, _ zones: CallingZones) -> String {
        let instant = until.rfc3339(offset: zones.rules.first?.offset(at: until) ?? .zero)
        let others = zones.names.count > 1 ? " and \(zones.names.count - 1) more zones" : ""
        let place = zones.names.first.map { " in \($0)\(others)" } ?? ""
        return "outside calling hours for every contact left; the next window opens at \(instant)\(place)"
    }
}

extension HaltCause {
    /// The beginning of a sentence that ends with the command by which the campaign goes on.
    fileprivate var remedy: String {
        switch self {
        case .account(.unauthorized), .account(.notFound): "correct it, restart the daemon"
        default: "remove the cause"
        }
    }

    package var sentence: String {
        switch self {
        case .account(let refusal): refusal.sentence
        case .refusals(let count, let last):
            "\(count) requests in a row were refused, the last one so: \(last.sentence)"
        case .failures(let code):
            "most calls of late failed for one cause (\(HangupCause.name(code).map { "\($0), " } ?? "")\(code))"
        }
    }
}
