import ArgumentParser

/// The flags about the course of calls and callbacks.
struct CallOptions: ParsableArguments {
    @Option(help: "All outcomes and faults are drawn from the seed: the same seed and requests give the same outcomes.")
    var seed = CallSettings().seed

    @Option(help: "Everything inside a call passes this many times faster; the CPS stays the same.")
    var speed = CallSettings().speed

    @Option(help: "Shares of answered, machine, busy, no_answer, rejected and failed calls.")
    var outcomes = CallSettings().shares.text

    @Option(help: "Seconds of call time from the end of a call to its CDR.")
    var cdrDelay = Double(CallSettings().cdrDelayMilliseconds) / 1000

    @Option(help: "The number of callbacks that may be sent at the same time.")
    var callbackConnections = SimulatorSettings().callbackConnections

    @Flag(name: .customLong("legacy-uuids"), help: "Give calls a CallUUID that differs from their RequestUUID.")
    var legacyUUIDs = false

    @Flag(
        name: .customLong("shuffle-uuids"),
        help: "List the uuids of a bulk response in another order than the request's numbers."
    )
    var shuffleUUIDs = false

    @Flag(help: "Send no hangup callback for a call that is withdrawn from the queue.")
    var withdrawSilently = false

    @Flag(help: "Log every callback that is not accepted, to standard error.")
    var verbose = false

    func apply(to settings: inout SimulatorSettings) throws {
        settings.calls.seed = seed
        try UsageError.require((0.01...100_000).contains(speed), "--speed should be a number from 0.01 to 100000.")
        settings.calls.speed = speed
        settings.calls.shares = try OutcomeShares(parsing: outcomes)
        settings.calls.cdrDelayMilliseconds = try Self.milliseconds(cdrDelay, flag: "--cdr-delay")
        let isCount = (1...1000).contains(callbackConnections)
        try UsageError.require(isCount, "--callback-connections should be a number from 1 to 1000.")
        settings.callbackConnections = callbackConnections
        settings.calls.legacyUUIDs = legacyUUIDs
        settings.calls.shufflesUUIDs = shuffleUUIDs
        settings.calls.withdrawsSilently = withdrawSilently
    }

    static func milliseconds(_ seconds: Double, flag: String) throws -> Int {
        let isRight = (0...86_400).contains(seconds)
        try UsageError.require(isRight, "\(flag) should be a number of seconds from 0 to 86400.")
        return Int(seconds * 1000)
    }
}
