package import DialerCore
package import DialerStore

/// Decides what happens next: takes events, commits one transaction, returns effects.
///
/// Synchronous and deterministic: the same events at the same instants with the same generator give the same effects
/// and the same database. It belongs to one thread at a time, which its owner guarantees.
package final class Engine {
    private let store: Store
    private var limits: DialingLimits
    private var timeZones: any TimeZones
    private var memory: EngineMemory

    /// - Parameter generator: for callback tokens, so it must be unguessable, and for the jitter of back-off.
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

    /// Other limits and zones from the next step on; what has been handed over still counts.
    package func use(_ limits: DialingLimits, timeZones: any TimeZones, at now: Now) {
        self.limits = limits
        self.timeZones = timeZones
        memory.change(to: limits, at: now)
    }

    /// Once, before the first step: requests that were under way when the last process ended are in doubt from now on.
    ///
    /// - Throws: ``StoreError``; nothing has changed then.
    package func recover(at now: Now) throws -> [Effect] {
        try transact(at: now) { step in try step.recover() }
    }

    /// Decides and records everything that follows from `events`, in one commit. The effects may be carried out
    /// when this returns, and not before.
    ///
    /// - Throws: ``StoreError``; nothing has changed then, in the database or in the engine.
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
