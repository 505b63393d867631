import PlivoSimulator

/// Runs a switchboard through time by hand, and collects what it wants delivered.
struct Exercise {
    var switchboard: Switchboard
    var now = Samples.start
    private(set) var deliveries: [(at: Moment, delivery: Delivery)] = []
    /// What every delivery is answered with; nil leaves them unanswered.
    var result: DeliveryResult? = .accepted(plausibleXML: true)

    init(_ configure: (inout SwitchboardRules) -> Void = { _ in }) {
        var rules = SwitchboardRules()
        rules.callsPerSecond = 1000
        configure(&rules)
        switchboard = Switchboard(rules: rules)
    }

    /// All calls end in this one way.
    init(only outcome: Outcome, _ configure: (inout SwitchboardRules) -> Void = { _ in }) {
        self.init { rules in
            rules.shares = OutcomeShares(weights: [outcome: 1])
            configure(&rules)
        }
    }

    @discardableResult
    mutating func place(_ changes: [String: JSONValue] = Samples.loopbackURLs, to: String = "14155550101") throws
        -> [Identifier]
    {
        var members = Samples.members(changes)
        members["to"] = .string(to)
        let reader = ArgumentReader(members)
        let list = try DestinationList(reading: reader)
        return try switchboard.place(MakeCall(reading: reader), to: list.destinations, at: now).requestUUIDs
    }

    /// Whether each of the requests below was accepted.
    private(set) var accepted: [Bool] = []

    mutating func hangUp(_ uuid: Identifier) {
        accepted.append(switchboard.hangUp(uuid, by: .either, at: now))
    }

    mutating func transfer(_ uuid: Identifier, _ transfer: Transfer) {
        accepted.append(switchboard.transfer(uuid, transfer, at: now))
    }

    /// Lets time pass until nothing is due any more, or until `condition` holds.
    mutating func run(until condition: (Switchboard) -> Bool = { _ in false }) {
        while !condition(switchboard) {
            collect()
            guard let due = switchboard.nextDue else { return }
            now = max(now, due)
            switchboard.advance(to: now)
        }
        collect()
    }

    private mutating func collect() {
        while true {
            let outgoing = switchboard.takeOutgoing()
            if outgoing.isEmpty { return }
            for delivery in outgoing {
                deliveries.append((now, delivery))
                if let result { switchboard.report(result, of: delivery, at: now) }
            }
        }
    }

    var events: [CallbackEvent] { deliveries.map(\.delivery.event) }

    /// The parameters of the last callback of this kind.
    func parameters(_ event: CallbackEvent) -> [String: String] {
        let pairs = deliveries.last { $0.delivery.event == event }?.delivery.parameters ?? []
        return Dictionary(pairs.map { ($0.key, $0.value) }) { first, _ in first }
    }

    var calls: [CallRecord] { switchboard.slice(from: 0, count: .max / 2) }
}
