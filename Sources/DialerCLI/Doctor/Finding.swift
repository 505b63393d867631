import Foundation

/// The result of one check.
package struct Finding: Hashable, Sendable {
    /// In the order in which they are shown. The raw values are the names in `--json`.
    package enum Check: String, CaseIterable, Sendable {
        case configuration
        case credentials
        case plivo
        case clock
        case timeZones = "time_zones"
        case stateDirectory = "state_dir"
        case campaignDirectory = "campaign_dir"
        case database
        case backups
        case daemon
        case callbacks
        case campaigns
    }

    package enum Verdict: String, Sendable {
        case ok
        /// Dialing works, but is impaired or may stop working.
        case warning
        /// Dialing does not work.
        case problem
    }

    package var check: Check
    package var verdict: Verdict
    /// The finding: the rest of a line that begins with the name of the check. It has no phone numbers and no secrets.
    package var text: String
    /// What the user should do; nil if all is well.
    package var remedy: String?

    static func ok(_ check: Check, _ text: String) -> Finding {
        Finding(check: check, verdict: .ok, text: text, remedy: nil)
    }

    static func warning(_ check: Check, _ text: String, remedy: String) -> Finding {
        Finding(check: check, verdict: .warning, text: text, remedy: remedy)
    }

    static func problem(_ check: Check, _ text: String, remedy: String) -> Finding {
        Finding(check: check, verdict: .problem, text: text, remedy: remedy)
    }

    /// - Parameter sentence: an error's description. The text behind its last colon is the remedy.
    static func problem(_ check: Check, sentence: String) -> Finding {
        guard let colon = sentence.range(of: ": ", options: .backwards) else {
            return Finding(check: check, verdict: .problem, text: sentence, remedy: nil)
        }
        let (text, remedy) = (String(sentence[..<colon.lowerBound]), String(sentence[colon.upperBound...]))
        return Finding(check: check, verdict: .problem, text: text, remedy: remedy)
    }
}
