import ArgumentParser

/// The flags about the account and its API.
struct AccountOptions: ParsableArguments {
    @Option(help: "Loopback address and port to listen on; port 0 takes any free one.")
    var listen = SimulatorSettings().listen.text

    @Option(help: "The account's auth id.")
    var authId = SimulatorSettings().authID

    @Option(help: "The account's auth token: the password of requests, the key of callback signatures.")
    var authToken = SimulatorSettings().authToken

    @Option(help: "Calls started per second; the others wait in the queue.")
    var cps = CallSettings().callsPerSecond

    @Option(help: "The console's time zone, UTC or an IANA name. Times in callbacks and CDRs are in this zone.")
    var timeZone = "UTC"

    @Option(
        name: .customLong("api-requests-per-5s"),
        help: "API requests allowed in any five seconds; further ones are answered 429."
    )
    var apiRequestsPer5s = SimulatorSettings().requestsPer5Seconds

    @Option(help: "Status of a successful make-call response, 200 to 299 except 204.")
    var statusCode = SimulatorSettings().makeCallStatus

    func apply(to settings: inout SimulatorSettings) throws {
        settings.listen = try ListenAddress(parsing: listen)
        let isID = (1...64).contains(authId.utf8.count) && authId.utf8.allSatisfy(\.isASCIILetterOrDigit)
        try UsageError.require(isID, "--auth-id should be letters and digits, as in MA00000000000000DEMO.")
        settings.authID = authId
        try UsageError.require(!authToken.isEmpty && !authToken.contains("\n"), "--auth-token should not be empty.")
        settings.authToken = authToken
        let isRate = (0.01...1_000_000).contains(cps)
        try UsageError.require(isRate, "--cps should be a number of calls per second from 0.01 to 1000000.")
        settings.calls.callsPerSecond = cps
        guard let zone = AccountTimeZone(identifier: timeZone) else {
            throw UsageError("--time-zone should be UTC or an IANA name such as Asia/Kolkata.")
        }
        settings.timeZone = zone
        let isLimit = (1...10_000_000).contains(apiRequestsPer5s)
        try UsageError.require(isLimit, "--api-requests-per-5s should be a number from 1 to 10000000.")
        settings.requestsPer5Seconds = apiRequestsPer5s
        let isStatus = (200...299).contains(statusCode) && statusCode != 204
        try UsageError.require(isStatus, "--status-code should be a 2xx status with a body, such as 200, 201 or 202.")
        settings.makeCallStatus = statusCode
    }
}
