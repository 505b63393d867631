import Foundation

/// Everything the command line says, checked.
package struct SimulatorSettings: Sendable {
    package var listen = ListenAddress(host: "127.0.0.1", port: 8481)
    package var authID = "MA00000000000000DEMO"
    package var authToken = "simulator-auth-token"
    package var zone = AccountZone.utc
    /// The status of a successful make-call answer. The page says 200, samples and SDK tests say 201.
    package var makeCallStatus = 201
    /// API requests in any five seconds.
    package var requestsPer5Seconds = 300
    package var refusals: [Refusal] = []
    /// The status that every make-call request is answered with; 401 is given to every request of any kind.
    package var accountError: Int?
    /// How many callbacks may be under way at the same time.
    package var callbackConnections = 64
    package var switchboard = SwitchboardRules()

    package init() {}

    /// What the `Authorization` header has to be.
    package var authorization: String {
        "Basic \(Data("\(authID):\(authToken)".utf8).base64EncodedString())"
    }
}
