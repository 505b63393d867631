#if Mutants
/// Known-bad variants of the dialer, which the simulation must catch: that is how we know that it can see.
///
/// They exist only in builds with the package trait `Mutants`; `make mutants` runs each of them.
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
    case withdrawsUnseen
    case queueNotWithdrawn
    case cancelledIsRetried
    case pastCallsForgotten

    /// The one that is on, if any. Set once, before anything runs.
    package nonisolated(unsafe) static var active: Mutant?

    package static func isActive(_ mutant: Mutant) -> Bool { active == mutant }
}
#endif
