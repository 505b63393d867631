import DialerCore

/// Why nothing is handed over although contacts are pending.
enum DispatchObstacle {
    /// After a 429 or a failure to connect.
    case heldBack(String)
    case callsInFlight(Int)
    case queueAhead
    case apiRequests
    /// Every caller ID has a limit of its own, and has reached it for the moment.
    case callerIDs
    /// Contacts can be called; what keeps them waiting lasts no longer than the next batch.
    case turn
    /// Every pending contact waits for its retry, or for an attempt limit.
    case notDue(until: WallTime)
    /// Calling hours.
    case closed(until: WallTime, WindowCache.Window)
    /// Calling hours that leave no window.
    case neverOpen
    /// Calling hours in a zone that nobody knows.
    case zoneUnknown

    /// For `status`, without numbers that change from one moment to the next; nil for what is no obstacle an
    /// operator could see.
    var sentence: String? {
        switch self {
        case .heldBack(let reason): "\(reason); dialling goes on by itself after a pause"
        case .callsInFlight(let most): "as many calls are under way as max_calls_in_flight allows (\(most))"
        case .queueAhead: "calls handed over earlier still wait in Plivo's queue (queue_ahead)"
        case .apiRequests: "Plivo's API takes no more requests for the moment (api_requests_per_5s)"
        case .turn: nil
        case .callerIDs: "every caller ID has reached its calls_per_second"
        case .notDue(let until):
            "every contact left waits for its retry or an attempt limit; the next is due at \(until.rfc3339)"
        case .closed(let until, let window): Self.closed(until, window)
        case .neverOpen:
            "calling_hours leave no time within a year at which the contacts left may be called: change them in the settings"
        case .zoneUnknown:
            "the time zone of the contacts left is not known: set default_timezone in the settings"
        }
    }

    private static func closed(_ until: WallTime, _ window: WindowCache.Window) -> String {
        let instant = until.rfc3339(offset: window.zones.rules.first?.offset(at: until) ?? .zero)
        let place = window.zones.names.first.map { name in
            window.zones.names.count == 1 ? " in \(name)" : " in \(name) and \(window.zones.names.count - 1) more zones"
        }
        return "outside calling hours for every contact left; the next window opens at \(instant)\(place ?? "")"
    }
}
