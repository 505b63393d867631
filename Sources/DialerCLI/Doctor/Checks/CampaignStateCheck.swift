import DialerCore
import DialerDaemon
package import DialerStore
import Foundation

/// Campaigns that do not dial, and files that wait, with their reasons.
package enum CampaignStateCheck {
    package static func findings(_ report: StatusReport) -> [Finding] {
        let waiting = report.campaigns.compactMap(finding)
        let files = report.files.map(finding)
        let all = waiting + files
        return all.isEmpty ? [.ok(.campaigns, "none is halted or waits")] : all
    }

    private static func finding(_ campaign: CampaignStatus) -> Finding? {
        let reason = PhoneNumbers.hidden(in: campaign.reason ?? "")
        if let problem = campaign.settingsProblem {
            let text = "\(campaign.name): \(PhoneNumbers.hidden(in: problem))"
            return .warning(.campaigns, text, remedy: "correct the file")
        }
        switch campaign.state {
        case .halted:
            // The reason's last part is the remedy.
            let end = reason.range(of: "; ", options: .backwards)
            let remedy = end.map { String(reason[$0.upperBound...]) } ?? "dialerd resume \(campaign.name)"
            let cause = reason[..<(end?.lowerBound ?? reason.endIndex)]
            return .warning(.campaigns, "\(campaign.name) is halted: \(cause)", remedy: remedy)
        case .waiting, .running, .paused, .cancelling:
            return reason.isEmpty ? nil : .ok(.campaigns, "\(campaign.name) is \(campaign.state.rawValue): \(reason)")
        case .importing, .cancelled, .completed: return nil
        }
    }

    private static func finding(_ file: WaitingFile) -> Finding {
        let text = "file \(file.name) waits for \(file.waitingFor)"
        // Files that wait for another reason need no action.
        guard file.waitingFor.hasSuffix("in defaults") else { return .ok(.campaigns, text) }
        let isThere = !file.waitingFor.hasPrefix("\(file.name).yaml ")
        let remedy = isThere ? "add what is missing to \(file.name).yaml" : "drop \(file.name).yaml"
        return .warning(.campaigns, text, remedy: remedy)
    }
}
