import Synchronization

/// The call simulation as the server's threads share it. Each use brings the simulation up to now and changes it under
/// a lock; then, outside of the lock, it queues the callbacks that are due and sets the timer. Any thread may use it.
final class SharedCallSimulation: Sendable {
    private let simulation: Mutex<CallSimulation>
    private let clock: SimulatorClock
    private let callbacks: CallbackQueue
    private let timer: WakeUpTimer

    init(settings: SimulatorSettings, clock: SimulatorClock, callbacks: CallbackQueue, timer: WakeUpTimer) {
        let parameters = CallbackParameters(authID: settings.authID, timeZone: settings.timeZone)
        simulation = Mutex(CallSimulation(settings: settings.calls, callbackParameters: parameters))
        self.clock = clock
        self.callbacks = callbacks
        self.timer = timer
    }

    func withLock<Result: Sendable>(_ body: (inout CallSimulation, Moment) -> Result) -> Result {
        let now = clock.now
        let (result, deliveries, nextDue) = simulation.withLock { simulation in
            simulation.advance(to: now)
            let result = body(&simulation, now)
            return (result, simulation.takeDeliveries(), simulation.nextDue)
        }
        callbacks.push(deliveries)
        if let nextDue {
            timer.set(inMicroseconds: nextDue.microseconds(since: clock.now)) { [weak self] in
                self?.withLock { _, _ in }
            }
        }
        return result
    }
}
