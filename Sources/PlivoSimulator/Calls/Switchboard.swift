/// Every call of the account and all that happens to them: a pure state machine over time.
///
/// It reads no clock and talks to nobody. Requests and the passing of time change it, and what it wants delivered it
/// puts into `outgoing`, for its owner to take. One owner at a time.
package struct Switchboard: Sendable {
    enum Alarm: Sendable {
        case step(call: Int)
        case deliver(postponed: Int)
    }

    let rules: SwitchboardRules
    var calls: [CallRecord] = []
    var live: [Int: LiveCall] = [:]
    /// The number of the call whose turn is next. Calls start in the order of their placing, so those from here on are
    /// the queue; those withdrawn meanwhile are skipped.
    var turn = 0
    /// The earliest moment at which the account's CPS allows another start.
    var nextStart = Moment(seconds: 0)
    /// Ended calls in the order in which they ended.
    var endedCalls: [Int] = []
    var alarms = TimerHeap<Alarm>()
    /// Deliveries that wait for their time: late ones and retries.
    var postponed: [Int: Delivery] = [:]
    var postponements = 0
    var outgoing: [Delivery] = []
    package internal(set) var counters = SwitchboardCounters()

    var byCallUUID: [Identifier: Int32] = [:]
    /// Empty unless the uuids differ.
    var byRequestUUID: [Identifier: Int32] = [:]
    var timesCalled: [Destination: Int32] = [:]
    var mint: IdentifierMint

    package init(rules: SwitchboardRules) {
        self.rules = rules
        mint = IdentifierMint(nonce: rules.nonce, series: "call")
    }

    /// When `advance` has something to do again; nil while all is quiet.
    package var nextDue: Moment? {
        guard turn < calls.count else { return alarms.earliest }
        return alarms.earliest.map { min($0, nextStart) } ?? nextStart
    }

    /// Brings everything up to `now`.
    package mutating func advance(to now: Moment) {
        startWaiting(at: now)
        while let alarm = alarms.popDue(at: now) {
            switch alarm {
            case .step(let call): step(call, at: now)
            case .deliver(let key):
                if let delivery = postponed.removeValue(forKey: key) { outgoing.append(delivery) }
            }
        }
    }

    /// The deliveries since the last time, in the order in which they became due.
    package mutating func takeOutgoing() -> [Delivery] {
        if outgoing.isEmpty { return [] }
        defer { outgoing.removeAll(keepingCapacity: true) }
        return outgoing
    }

    mutating func postpone(_ delivery: Delivery, until due: Moment) {
        postponed[postponements] = delivery
        alarms.schedule(.deliver(postponed: postponements), at: due)
        postponements += 1
    }
}
