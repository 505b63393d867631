import Foundation
import PlivoSimulator

/// Runs a call simulation without a clock: time advances from one event to the next. Collects the callbacks that the
/// simulation wants delivered.
struct SimulationHarness {
    var simulation: CallSimulation
    var now = Samples.start
    private(set) var deliveries: [(at: Moment, delivery: CallbackDelivery)] = []
    /// The result of every delivery.
    var result = DeliveryResult.accepted(plausibleXML: true)
    /// For each call of `hangUp` and `transfer`, whether the simulation accepted it.
    private(set) var accepted: [Bool] = []

    init(_ configure: (inout CallSettings) -> Void = { _ in }) {
        var settings = CallSettings()
        settings.callsPerSecond = 1000
        configure(&settings)
        let parameters = CallbackParameters(authID: SimulatorSettings().authID, timeZone: .utc)
        simulation = CallSimulation(settings: settings, callbackParameters: parameters)
    }

    /// All calls have this outcome.
    init(only outcome: Outcome, _ configure: (inout CallSettings) -> Void = { _ in }) {
        self.init { settings in
            settings.shares = OutcomeShares(weights: [outcome: 1])
            configure(&settings)
        }
    }

    @discardableResult
    mutating func place(_ changes: [String: JSONValue] = Samples.loopbackURLs, to: String = "14155550101") throws
        -> [UUID]
    {
        var members = Samples.members(changes)
        members["to"] = .string(to)
        let reader = ArgumentReader(members)
        let list = try DestinationList(reading: reader)
        return try simulation.place(MakeCall(reading: reader), to: list.destinations, at: now).requestUUIDs
    }

    mutating func hangUp(_ uuid: UUID) {
        accepted.append(simulation.hangUp(uuid, by: .either, at: now))
    }

    mutating func transfer(_ uuid: UUID, _ transfer: Transfer) {
        accepted.append(simulation.transfer(uuid, transfer, at: now))
    }

    /// Advances until nothing is due any more, or until `condition` holds.
    mutating func run(until condition: (CallSimulation) -> Bool = { _ in false }) {
        while !condition(simulation) {
            deliverCallbacks()
            guard let due = simulation.nextDue else { return }
            now = max(now, due)
            simulation.advance(to: now)
        }
        deliverCallbacks()
    }

    private mutating func deliverCallbacks() {
        while true {
            let due = simulation.takeDeliveries()
            if due.isEmpty { return }
            for delivery in due {
                deliveries.append((now, delivery))
                simulation.apply(result, of: delivery, at: now)
            }
        }
    }

    var events: [CallbackEvent] { deliveries.map(\.delivery.event) }

    /// The parameters of the last callback of this kind.
    func parameters(_ event: CallbackEvent) -> [String: String] {
        let fields = deliveries.last { $0.delivery.event == event }?.delivery.parameters ?? []
        return Dictionary(fields.map { ($0.key, $0.value) }) { first, _ in first }
    }

    var calls: [Call] { simulation.placedCalls(from: 0, count: .max / 2) }
}
