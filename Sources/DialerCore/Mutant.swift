/// Known-bad variants of the dialer. The simulation must catch each of them: this shows that the checks work.
///
/// The code that a variant changes asks `isActive`, which is always `false` except in builds with the package trait
/// `Mutants`. `make mutants` switches each variant on in turn.
package enum Mutant: String, CaseIterable, Sendable {
    case doubtIsPutBack
    case restartPutsBack
    case restartForgets
    case uuidsTrustedByPosition
    case uuidCountIgnored
    case uuidGuessTold
    case strangersAdopted
    case lastWordCounts
    case sweepReadsOnePage
    case failedSweepProves
    case listsNotRead
    case contestedEvidenceTrusted
    case givesUpAtOnce
    case clockStepIgnored
    case paceByWallClock
    case paceBeginsFull
    case batchTooLarge
    case inFlightForgetsDoubt
    case retryDelayIgnored
    case attemptsOffByOne
    case refusalBurnsAttempt
    case splitKeepsSize
    case endIgnored
    case pauseIgnored
    case countersForgotten
    case effectsBeforeCommit
    case closingIgnored
    case firstZoneCounts
    case listAskedAtImportOnly
    case attemptLimitsIgnored
    case retriesUnwantedAreCalled
    case withdrawsUnseen
    case queueNotWithdrawn
    case cancelledIsRetried
    case pastCallsForgotten
    case eventsDroppedOnFailure
    case failureAcknowledged

    #if Mutants
    /// The variants that this build can switch on.
    package static let available = allCases
    private nonisolated(unsafe) static var active: Mutant?

    package var isActive: Bool { Self.active == self }

    /// Switches this variant on. Call it once, before anything runs: it is not safe with other threads.
    package func activate() { Self.active = self }
    #else
    package static let available: [Mutant] = []

    @inlinable package var isActive: Bool { false }

    package func activate() {}
    #endif
}
