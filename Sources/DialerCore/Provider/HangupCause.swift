/// A hangup cause of Plivo's (docs/plivo.md, "Hangup causes") and its meaning. A new cause needs a new line in ``all``.
package struct HangupCause: Sendable {
    package let code: Int
    /// As Plivo documents it.
    package let name: String
    /// The outcome of a call that ended with this cause and was not answered.
    package let outcome: Outcome
    /// Whether the operator, or the campaign's `hangup_on_ring` or `time_limit`, wanted the call to end: the end is
    /// then no sign of a fault.
    package let isIntended: Bool

    private init(_ code: Int, _ name: String, _ outcome: Outcome = .failed, isIntended: Bool = false) {
        self.code = code
        self.name = name
        self.outcome = outcome
        self.isIntended = isIntended
    }

    package static let canceled = 1000
    package static let machineDetected = 9100

    package static func isIntended(_ code: Int) -> Bool { byCode[code]?.isIntended ?? false }

    /// The outcome of a call that was not answered: `failed` for an unknown code.
    package static func outcomeWithoutAnswer(_ code: Int) -> Outcome { byCode[code]?.outcome ?? .failed }

    /// The documented name of a code, for records that give the code alone.
    package static func name(_ code: Int) -> String? { byCode[code]?.name }

    private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

    /// In the order of codes. A cause without an outcome means `failed`.
    package static let all: [HangupCause] = [
        HangupCause(0, "Unknown"),
        HangupCause(canceled, "Canceled", isIntended: true),
        HangupCause(1010, "Canceled (Out Of Credits)"),
        HangupCause(1020, "Canceled (Simultaneous dial limit reached)"),
        HangupCause(2000, "Invalid Destination Address"),
        HangupCause(2010, "Destination Out Of Service"),
        HangupCause(2020, "Endpoint Not Registered"),
        HangupCause(2030, "Destination Country Barred"),
        HangupCause(2040, "Destination Number Barred"),
        HangupCause(2050, "Destination Prefix Barred"),
        HangupCause(2060, "Loop Detected"),
        HangupCause(2070, "Violates Media Anchoring"),
        HangupCause(3000, "No Answer", .noAnswer),
        HangupCause(3010, "Busy Line", .busy),
        HangupCause(3020, "Rejected", .rejected),
        HangupCause(3030, "Unknown Caller ID"),
        HangupCause(3040, "Forbidden"),
        HangupCause(3050, "Unallocated number"),
        HangupCause(3070, "Request timeout"),
        HangupCause(3080, "Internal server error from carrier"),
        HangupCause(3090, "Network congestion from carrier"),
        HangupCause(3100, "Busy everywhere", .busy),
        HangupCause(3110, "Declined", .rejected),
        HangupCause(3120, "User does not exist anywhere"),
        HangupCause(3130, "Spam block"),
        HangupCause(3140, "DNO Caller ID"),
        HangupCause(4000, "Normal Hangup"),
        HangupCause(4010, "End Of XML Instructions"),
        HangupCause(4020, "Multiparty Call Ended"),
        HangupCause(4030, "Kicked Out Of Multiparty Call"),
        HangupCause(4210, "sip_auth_failed"),
        HangupCause(4240, "sip_auth_failed"),
        HangupCause(4250, "sip_auth_timeout"),
        HangupCause(5000, "Network Error"),
        HangupCause(5010, "Internal Error"),
        HangupCause(5020, "Routing Error"),
        HangupCause(5030, "Concurrency Limit Breached"),
        HangupCause(6000, "Scheduled Hangup", isIntended: true),
        HangupCause(6010, "Ring Timeout Reached", .noAnswer),
        HangupCause(6020, "Media Timeout"),
        HangupCause(7011, "Error Reaching Answer URL"),
        HangupCause(7012, "Error Reaching Action URL"),
        HangupCause(7013, "Error Reaching Transfer URL"),
        HangupCause(7014, "Error Reaching Redirect URL"),
        HangupCause(7022, "Invalid Action URL"),
        HangupCause(7023, "Invalid Transfer URL"),
        HangupCause(7024, "Invalid Redirect URL"),
        HangupCause(7032, "Invalid Method For Action URL"),
        HangupCause(7033, "Invalid Method For Transfer URL"),
        HangupCause(7034, "Invalid Method For Redirect URL"),
        HangupCause(8011, "Invalid Answer XML"),
        HangupCause(8012, "Invalid Action XML"),
        HangupCause(8013, "Invalid Transfer XML"),
        HangupCause(8014, "Invalid Redirect XML"),
        HangupCause(9000, "Lost Race"),
        HangupCause(machineDetected, "Machine Detected", .machine),
        HangupCause(9110, "Confirm Key Challenge Failed"),
    ]
}
