import ArgumentParser

/// The flags about faults.
struct FaultOptions: ParsableArguments {
    @Option(
        name: .customLong("fault"),
        help: ArgumentHelp(
            "A fault and its rate, 0 to 1; repeatable.",
            discussion: Fault.allCases.map(\.rawValue).joined(separator: ", "),
            valueName: "name=rate"
        )
    )
    var faults: [String] = []

    @Option(
        name: .customLong("refuse"),
        help: ArgumentHelp(
            "Refuse every make-call request that contains a number with this suffix; repeatable.",
            valueName: "suffix=status"
        )
    )
    var refusals: [String] = []

    @Option(help: "Answer every make-call request with this status; with 401, every request of any kind.")
    var accountError: Int?

    @Option(help: "The longest delay of a late callback, in seconds of call time.")
    var callbackLateBy = Double(CallSettings().callbackLateMilliseconds) / 1000

    @Option(help: "The delay of a late CDR in addition to --cdr-delay, in seconds of call time.")
    var cdrLateBy = Double(CallSettings().cdrLateMilliseconds) / 1000

    func apply(to settings: inout SimulatorSettings) throws {
        for fault in faults { try settings.calls.faults.add(parsing: fault) }
        settings.refusalRules = try refusals.map(RefusalRule.init(parsing:))
        let isStatus = accountError.map { (400...599).contains($0) } ?? true
        try UsageError.require(isStatus, "--account-error should be a status from 400 to 599.")
        settings.accountError = accountError
        settings.calls.callbackLateMilliseconds = try CallOptions.milliseconds(
            callbackLateBy,
            flag: "--callback-late-by"
        )
        settings.calls.cdrLateMilliseconds = try CallOptions.milliseconds(cdrLateBy, flag: "--cdr-late-by")
    }
}
