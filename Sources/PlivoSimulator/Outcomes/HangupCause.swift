/// Why a call ended (docs/plivo.md, "Hangup causes"). Only the causes that the simulator can bring about.
package enum HangupCause: Int, Sendable {
    case unknown = 0
    case canceled = 1000
    case invalidDestination = 2000
    case outOfService = 2010
    case noAnswer = 3000
    case busyLine = 3010
    case rejected = 3020
    case unallocatedNumber = 3050
    case carrierError = 3080
    case carrierCongestion = 3090
    case busyEverywhere = 3100
    case declined = 3110
    case normalHangup = 4000
    case endOfXML = 4010
    case networkError = 5000
    case internalError = 5010
    case scheduledHangup = 6000
    case ringTimeout = 6010
    case answerURLUnreachable = 7011
    case transferURLUnreachable = 7013
    case answerXMLInvalid = 8011
    case transferXMLInvalid = 8013
    case machineDetected = 9100

    /// `HangupCauseName` in callbacks, `hangup_cause_name` in CDRs.
    var name: String {
        switch self {
        case .unknown: "Unknown"
        case .canceled: "Canceled"
        case .invalidDestination: "Invalid Destination Address"
        case .outOfService: "Destination Out Of Service"
        case .noAnswer: "No Answer"
        case .busyLine: "Busy Line"
        case .rejected: "Rejected"
        case .unallocatedNumber: "Unallocated number"
        case .carrierError: "Internal server error from carrier"
        case .carrierCongestion: "Network congestion from carrier"
        case .busyEverywhere: "Busy everywhere"
        case .declined: "Declined"
        case .normalHangup: "Normal Hangup"
        case .endOfXML: "End Of XML Instructions"
        case .networkError: "Network Error"
        case .internalError: "Internal Error"
        case .scheduledHangup: "Scheduled Hangup"
        case .ringTimeout: "Ring Timeout Reached"
        case .answerURLUnreachable: "Error Reaching Answer URL"
        case .transferURLUnreachable: "Error Reaching Transfer URL"
        case .answerXMLInvalid: "Invalid Answer XML"
        case .transferXMLInvalid: "Invalid Transfer XML"
        case .machineDetected: "Machine Detected"
        }
    }
}
