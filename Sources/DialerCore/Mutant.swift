/// Known-bad variants of the dialer, which the simulation must catch: that is how we know that it can see.
///
/// The decisions that a variant changes ask `isActive`, which is a constant `false` except in builds with the package
/// trait `Mutants`; `make mutants` switches each of them on.
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
    case onlyToNamesACall
    case lateEvidenceIgnored
    case queueNotWithdrawn
    case cancelledIsRetried
    case pastCallsForgotten
    case eventsDroppedOnFailure
    case failureAcknowledged

    #if Mutants
    /// The variants of this build.
    package static let available = allCases
    private nonisolated(unsafe) static var active: Mutant?

    package var isActive: Bool { Self.active == self }

    /// Switches this variant on. Once, before anything runs: nothing guards it against another thread.
    package func activate() { Self.active = self }
    #else
    package static let available: [Mutant] = []

    @inlinable package var isActive: Bool { false }

    package func activate() {}
    #endif
}
