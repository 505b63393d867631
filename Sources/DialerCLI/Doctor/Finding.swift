import Foundation

/// What one look at one thing has brought.
package struct Finding: Hashable, Sendable {
    /// In the order in which they are shown. The names are part of `--json`.
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
        /// Works, and may not for long, or not as it should.
        case warning
        /// Does not work.
        case problem
    }

    package var check: Check
    package var verdict: Verdict
    /// What was found: no sentence of its own, no phone numbers, no secrets.
    package var text: String
    /// What to do about it; nil if all is well.
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

    /// A sentence that has its remedy after a colon, as errors have; without one, all of it is the finding.
    static func problem(_ check: Check, sentence: String) -> Finding {
        guard let colon = sentence.range(of: ": ", options: .backwards) else {
            return Finding(check: check, verdict: .problem, text: sentence, remedy: nil)
        }
        let (text, remedy) = (String(sentence[..<colon.lowerBound]), String(sentence[colon.upperBound...]))
        return Finding(check: check, verdict: .problem, text: text, remedy: remedy)
    }
}
