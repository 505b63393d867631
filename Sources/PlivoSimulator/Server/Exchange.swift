import Synchronization

/// The switchboard behind one door: changes it under a lock, then, with the lock left, hands over what it wants delivered
/// and has it woken when it next has something to do. Every thread may use it.
package final class Exchange: Sendable {
    private let switchboard: Mutex<Switchboard>
    private let clock: SimulatorClock
    private let outbox: Outbox
    private let alarm: AlarmClock

    package init(rules: SwitchboardRules, clock: SimulatorClock, outbox: Outbox, alarm: AlarmClock) {
        switchboard = Mutex(Switchboard(rules: rules))
        self.clock = clock
        self.outbox = outbox
        self.alarm = alarm
    }

    /// Runs `body` on the switchboard, brought up to now.
    package func use<Result: Sendable>(_ body: (inout Switchboard, Moment) -> Result) -> Result {
        let now = clock.now
        let (result, outgoing, nextDue) = switchboard.withLock { switchboard in
            switchboard.advance(to: now)
            let result = body(&switchboard, now)
            return (result, switchboard.takeOutgoing(), switchboard.nextDue)
        }
        outbox.push(outgoing)
        if let nextDue {
            alarm.set(inMicroseconds: nextDue.microseconds(since: clock.now)) { [weak self] in self?.wake() }
        }
        return result
    }

    private func wake() {
        use { _, _ in }
    }
}
