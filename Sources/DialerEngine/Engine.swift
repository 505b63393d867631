package import DialerCore
package import DialerStore

/// Decides what happens next: takes events, commits one transaction, returns effects.
///
/// Synchronous and deterministic: the same events at the same instants with the same generator give the same effects
/// and the same database. Use it on one thread at a time; its owner guarantees this.
package final class Engine {
    private let store: Store
    private var limits: DialingLimits
    private var timeZones: any TimeZones
    private var memory: EngineMemory

    /// - Parameter generator: makes callback tokens, so its numbers must be unguessable, and the jitter of back-off.
    package init(
        store: Store,
        limits: DialingLimits,
        timeZones: any TimeZones,
        generator: any RandomNumberGenerator,
        at now: Now
    ) {
        self.store = store
        self.limits = limits
        self.timeZones = timeZones
        memory = EngineMemory(limits: limits, generator: generator, at: now)
    }

    /// Uses other limits and zones from the next step on. Destinations that have been handed over still count.
    package func use(_ limits: DialingLimits, timeZones: any TimeZones, at now: Now) {
        self.limits = limits
        self.timeZones = timeZones
        memory.change(to: limits, at: now)
    }

    /// Call it once, before the first step: requests that were under way when the last process ended are in doubt from
    /// now on.
    ///
    /// - Throws: ``StoreError``; then nothing has changed.
    package func recover(at now: Now) throws -> [Effect] {
        try transact(at: now) { step in try step.recover() }
    }

    /// Decides and records everything that follows from `events`, in one commit. The effects may be carried out only
    /// after this function has returned.
    ///
    /// - Throws: ``StoreError``; then nothing has changed, neither in the database nor in the engine.
    package func step(_ events: [EngineEvent], at now: Now) throws -> [Effect] {
        try transact(at: now) { step in
            try step.followClockStep()
            for event in events { try step.handle(event) }
            try step.closeFinished(step.transaction.campaignsWithFinishedContacts.sorted())
        }
    }

    private func transact(at now: Now, _ body: (inout EngineStep) throws -> Void) throws -> [Effect] {
        if Mutant.effectsBeforeCommit.isActive { return try transactLate(at: now, body) }
        let step = try store.write { transaction in
            var step = newStep(in: transaction, at: now)
            try body(&step)
            return step
        }
        memory = step.memory
        return step.effects
    }

    private func newStep(in transaction: StoreTransaction, at now: Now) -> EngineStep {
        EngineStep(transaction: transaction, now: now, limits: limits, timeZones: timeZones, memory: memory)
    }

    /// The effects are handed out whether or not the commit succeeds.
    private func transactLate(at now: Now, _ body: (inout EngineStep) throws -> Void) throws -> [Effect] {
        var step: EngineStep?
        do {
            try store.write { transaction in
                var made = newStep(in: transaction, at: now)
                try body(&made)
                step = made
            }
        } catch {
            guard let step, !step.effects.isEmpty else { throw error }
            return step.effects
        }
        memory = step?.memory ?? memory
        return step?.effects ?? []
    }
}
