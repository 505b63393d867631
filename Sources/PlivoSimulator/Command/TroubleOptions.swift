import ArgumentParser

/// Flags about what goes wrong.
package struct TroubleOptions: ParsableArguments {
    @Option(
        name: .customLong("fault"),
        help: ArgumentHelp(
            "Let this go wrong at this rate, 0 to 1; repeatable.",
            discussion: Fault.allCases.map(\.rawValue).joined(separator: ", "),
            valueName: "name=rate"
        )
    )
    var faults: [String] = []

    @Option(
        name: .customLong("refuse"),
        help: ArgumentHelp(
            "Refuse a request with a number that ends like this, with this status; repeatable.",
            valueName: "suffix=status"
        )
    )
    var refusals: [String] = []

    @Option(help: "Answer every make-call request with this status; 401, every request of any kind.")
    var accountError: Int?

    @Option(help: "The longest delay of a late callback, in seconds of call time.")
    var callbackLateBy = 30.0

    @Option(help: "What a late CDR waits on top of --cdr-delay, in seconds of call time.")
    var cdrLateBy = 60.0

    package init() {}

    func apply(to settings: inout SimulatorSettings) throws {
        for fault in faults { try settings.switchboard.faults.add(parsing: fault) }
        settings.refusals = try refusals.map(Refusal.init(parsing:))
        if let accountError, !(400...599).contains(accountError) {
            throw UsageProblem("--account-error should be a status from 400 to 599.")
        }
        settings.accountError = accountError
        guard callbackLateBy.isFinite, (0...86_400).contains(callbackLateBy) else {
            throw UsageProblem("--callback-late-by should be a number of seconds from 0 to 86400.")
        }
        settings.switchboard.callbackLateMilliseconds = Int(callbackLateBy * 1000)
        guard cdrLateBy.isFinite, (0...86_400).contains(cdrLateBy) else {
            throw UsageProblem("--cdr-late-by should be a number of seconds from 0 to 86400.")
        }
        settings.switchboard.cdrLateMilliseconds = Int(cdrLateBy * 1000)
    }
}
