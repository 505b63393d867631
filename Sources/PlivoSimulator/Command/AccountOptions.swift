import ArgumentParser

/// Flags about the account and where it is served.
package struct AccountOptions: ParsableArguments {
    @Option(help: "Loopback address and port to listen on; port 0 takes any free one.")
    var listen = "127.0.0.1:8481"

    @Option(help: "The account's auth id.")
    var authId = "MA00000000000000DEMO"

    @Option(help: "The account's auth token: the password of requests, the key of callback signatures.")
    var authToken = "simulator-auth-token"

    @Option(help: "Calls started per second; the others wait in the queue.")
    var cps = 2.0

    @Option(help: "The console's time zone, UTC or an IANA name: callbacks carry its local times.")
    var timeZone = "UTC"

    @Option(name: .customLong("api-requests-per-5s"), help: "API requests in any five seconds; above, 429.")
    var apiRequestsPer5s = 300

    @Option(help: "Status of a successful make-call answer, 200 to 299.")
    var statusCode = 201

    package init() {}

    func apply(to settings: inout SimulatorSettings) throws {
        settings.listen = try ListenAddress(parsing: listen)
        guard (1...64).contains(authId.utf8.count), authId.utf8.allSatisfy(Self.isIdentifying) else {
            throw UsageProblem("--auth-id should be letters and digits, as in MA00000000000000DEMO.")
        }
        settings.authID = authId
        guard !authToken.isEmpty, !authToken.contains("\n") else {
            throw UsageProblem("--auth-token should not be empty.")
        }
        settings.authToken = authToken
        guard cps.isFinite, (0.01...1_000_000).contains(cps) else {
            throw UsageProblem("--cps should be a number of calls per second from 0.01 to 1000000.")
        }
        settings.switchboard.callsPerSecond = cps
        guard let zone = AccountZone(identifier: timeZone) else {
            throw UsageProblem("--time-zone should be UTC or an IANA name such as Asia/Kolkata.")
        }
        settings.zone = zone
        guard (1...10_000_000).contains(apiRequestsPer5s) else {
            throw UsageProblem("--api-requests-per-5s should be a number from 1 to 10000000.")
        }
        settings.requestsPer5Seconds = apiRequestsPer5s
        guard (200...299).contains(statusCode), statusCode != 204 else {
            throw UsageProblem("--status-code should be a 2xx status with a body, such as 200, 201 or 202.")
        }
        settings.makeCallStatus = statusCode
    }

    private static func isIdentifying(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: false
        }
    }
}
