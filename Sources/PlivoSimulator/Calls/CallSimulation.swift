import Foundation

/// All calls of the account: a state machine that requests and the passing of time change.
///
/// It reads no clock and sends nothing. The owner calls `advance(to:)` when `nextDue` has come and sends the callbacks
/// that `takeDeliveries()` returns. Calls are identified by their index in `calls`.
package struct CallSimulation: Sendable {
    enum TimedEvent: Sendable {
        /// The next step of a live call.
        case step(call: Int)
        /// A callback from `postponed`.
        case delivery(key: Int)
    }

    let settings: CallSettings
    let callbackParameters: CallbackParameters
    var calls: [Call] = []
    /// The live calls, by index.
    var live: [Int: LiveCall] = [:]
    /// The index of the next call to start. Calls start in the order of their placing, so the calls from here on are
    /// the queue, except those that were withdrawn.
    var queueHead = 0
    /// The earliest moment at which the account's CPS allows another start.
    var nextStart = Moment(microseconds: 0)
    /// The ended calls, in the order in which they ended.
    var endedCalls: [Int] = []
    var timers = TimerHeap<TimedEvent>()
    /// Callbacks that are sent later: late ones and retries.
    var postponed: [Int: CallbackDelivery] = [:]
    var nextPostponedKey = 0
    /// Callbacks that are due.
    var deliveries: [CallbackDelivery] = []
    package internal(set) var counters = SimulationCounters()

    var indexByCallUUID: [UUID: Int32] = [:]
    /// Empty unless `legacyUUIDs` is set.
    var indexByRequestUUID: [UUID: Int32] = [:]
    var callCounts: [Destination: Int32] = [:]
    var uuids: UUIDGenerator

    package init(settings: CallSettings, callbackParameters: CallbackParameters) {
        self.settings = settings
        self.callbackParameters = callbackParameters
        uuids = UUIDGenerator(nonce: settings.nonce, series: "call")
    }

    /// When `advance` has something to do again; nil if nothing is planned.
    package var nextDue: Moment? {
        guard queueHead < calls.count else { return timers.earliest }
        return timers.earliest.map { min($0, nextStart) } ?? nextStart
    }

    /// Carries out everything that is due by `now`.
    package mutating func advance(to now: Moment) {
        startQueuedCalls(at: now)
        while let event = timers.popDue(at: now) {
            switch event {
            case .step(let call): step(call, at: now)
            case .delivery(let key):
                if let delivery = postponed.removeValue(forKey: key) { deliveries.append(delivery) }
            }
        }
    }

    /// Removes and returns the callbacks that are due, in the order in which they became due.
    package mutating func takeDeliveries() -> [CallbackDelivery] {
        defer { deliveries.removeAll(keepingCapacity: true) }
        return deliveries
    }

    mutating func postpone(_ delivery: CallbackDelivery, until due: Moment) {
        postponed[nextPostponedKey] = delivery
        timers.schedule(.delivery(key: nextPostponedKey), at: due)
        nextPostponedKey += 1
    }
}
