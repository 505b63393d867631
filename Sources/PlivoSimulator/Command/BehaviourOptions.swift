import ArgumentParser

/// Flags about what becomes of calls, and how fast.
package struct BehaviourOptions: ParsableArguments {
    @Option(help: "Every fate and every fault is drawn from it: the same seed and requests give the same outcomes.")
    var seed: UInt64 = 1

    @Option(help: "Everything inside a call passes this many times faster; the CPS does not.")
    var speed = 1.0

    @Option(help: "Shares of answered, machine, busy, no_answer, rejected and failed calls.")
    var outcomes = "answered=60,machine=10,busy=10,no_answer=15,failed=5"

    @Option(help: "Seconds of call time from the end of a call to its CDR.")
    var cdrDelay = 2.0

    @Option(help: "How many callbacks may be under way at the same time.")
    var callbackConnections = 64

    @Flag(name: .customLong("legacy-uuids"), help: "Give calls a CallUUID that differs from their RequestUUID.")
    var legacyUUIDs = false

    @Flag(name: .customLong("shuffle-uuids"), help: "Answer a bulk with its uuids in another order than its numbers.")
    var shuffleUUIDs = false

    @Flag(help: "Send no hangup callback for a call that is withdrawn from the queue.")
    var withdrawSilently = false

    @Flag(help: "Log every callback that is not accepted, to standard error.")
    var verbose = false

    package init() {}

    func apply(to settings: inout SimulatorSettings) throws {
        settings.switchboard.seed = seed
        guard speed.isFinite, (0.01...100_000).contains(speed) else {
            throw UsageProblem("--speed should be a number from 0.01 to 100000.")
        }
        settings.switchboard.speed = speed
        settings.switchboard.shares = try OutcomeShares(parsing: outcomes)
        guard cdrDelay.isFinite, (0...86_400).contains(cdrDelay) else {
            throw UsageProblem("--cdr-delay should be a number of seconds from 0 to 86400.")
        }
        settings.switchboard.cdrDelayMilliseconds = Int(cdrDelay * 1000)
        guard (1...1000).contains(callbackConnections) else {
            throw UsageProblem("--callback-connections should be a number from 1 to 1000.")
        }
        settings.callbackConnections = callbackConnections
        settings.switchboard.legacyUUIDs = legacyUUIDs
        settings.switchboard.shufflesUUIDs = shuffleUUIDs
        settings.switchboard.withdrawsSilently = withdrawSilently
    }
}
