#if Mutants
    /// Known-bad variants of the dialer, which the simulation must catch: that is how we know that it can see.
    ///
    /// They exist only in builds with the package trait `Mutants`; `make mutants` runs each of them.
    package enum Mutant: String, CaseIterable, Sendable {
        case doubtIsPutBack
        case uuidsTrustedByPosition
        case uuidCountIgnored
        case lastWordCounts
        case sweepReadsOnePage
        case failedSweepProves
        case recordsWithoutLists
        case contestedEvidenceTrusted
        case paceByWallClock
        case paceBeginsFull
        case restartPutsBack
        case restartForgets
        case retryDelayIgnored
        case attemptsOffByOne
        case endIgnored
        case countersForgotten
        case splitKeepsSize
        case rateLimitBurnsAttempt
        case giveUpTooEarly
        case inFlightForgetsDoubt
        case batchTooLarge
        case callerIDIgnoredInSweep
        case pauseIgnored
        case effectsBeforeCommit
        // In the simulation's own shell, for what lives in the daemon's.
        case postRetried
        case acknowledgedBeforeCommit
        case eventsDroppedOnFailure

        /// The one that is on, if any. Set once, before anything runs.
        package nonisolated(unsafe) static var active: Mutant?

        package static func isActive(_ mutant: Mutant) -> Bool { active == mutant }
    }
#endif
