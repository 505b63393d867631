import Foundation

/// All settings of the simulator, checked. The defaults are those of the flags (docs/simulator.md, "Flags").
package struct SimulatorSettings: Sendable {
    package var listen = ListenAddress(host: "127.0.0.1", port: 8481)
    package var authID = "MA00000000000000DEMO"
    package var authToken = "simulator-auth-token"
    package var timeZone = AccountTimeZone.utc
    /// The status of a successful make-call response.
    package var makeCallStatus = 201
    package var requestsPer5Seconds = 300
    package var refusalRules: [RefusalRule] = []
    /// The status of every make-call response; 401 is the status of every other response too.
    package var accountError: Int?
    /// The number of callbacks that may be sent at the same time.
    package var callbackConnections = 64
    package var calls = CallSettings()

    package init() {}

    /// The `Authorization` header that every API request must have.
    package var authorization: String {
        "Basic \(Data("\(authID):\(authToken)".utf8).base64EncodedString())"
    }
}
