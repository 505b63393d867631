/// Why nothing is handed over although contacts are pending.
enum DispatchObstacle: Hashable {
    /// After a 429 or a failure to connect.
    case heldBack(String)
    case callsInFlight(Int)
    case queueAhead
    case apiRequests
    /// Every pending contact waits for its retry.
    case nothingDue

    /// For `status`, without numbers that change from one moment to the next; nil for what is no obstacle an
    /// operator could see.
    var sentence: String? {
        switch self {
        case .heldBack(let reason): "\(reason); dialling goes on by itself after a pause"
        case .callsInFlight(let most): "as many calls are under way as max_calls_in_flight allows (\(most))"
        case .queueAhead: "calls handed over earlier still wait in Plivo's queue (queue_ahead)"
        case .apiRequests: "Plivo's API takes no more requests for the moment (api_requests_per_5s)"
        case .nothingDue: nil
        }
    }
}
