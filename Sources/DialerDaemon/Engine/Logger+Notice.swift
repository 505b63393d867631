import DialerCore
import DialerEngine
import Logging

extension Logger {
    /// Constant messages, values in metadata; never a phone number.
    func log(_ notice: Notice) {
        switch notice {
        case .campaignStarted(let name):
            info("campaign started", metadata: ["campaign": "\(name)"])
        case .campaignCompleted(let name, let contacts):
            info("campaign completed", metadata: ["campaign": "\(name)", "contacts": "\(contacts)"])
        case .campaignCancelled(let name, let cancelled, let rang):
            info(
                "campaign cancelled",
                metadata: ["campaign": "\(name)", "cancelled": "\(cancelled)", "rang_after_cancel": "\(rang)"]
            )
        case .campaignHalted(let name, let reason):
            error("campaign halted", metadata: ["campaign": "\(name)", "reason": "\(reason)"])
        case .batchesInDoubtAfterRestart(let count):
            warning("requests were on the wire when the daemon stopped", metadata: ["requests": "\(count)"])
        case .batchInDoubt(let campaign, let destinations, let doubt):
            warning(
                "request in doubt",
                metadata: [
                    "campaign": "\(campaign)", "destinations": "\(destinations)", "reason": "\(doubt.sentence)",
                ]
            )
        case .batchRefused(let campaign, let destinations, let status, let message):
            warning(
                "request refused",
                metadata: [
                    "campaign": "\(campaign)", "destinations": "\(destinations)", "status": "\(status)",
                    "answer": "\(message)",
                ]
            )
        case .holdingBack(let seconds, let reason):
            warning(
                "dialling pauses",
                metadata: ["seconds": "\((seconds * 10).rounded() / 10)", "reason": "\(reason)"]
            )
        case .gaveUpOnCall(let campaign):
            warning("nothing told how a call ended", metadata: ["campaign": "\(campaign)"])
        case .outcomeCorrected(let campaign, let outcome):
            info(
                "an assumed outcome is corrected",
                metadata: ["campaign": "\(campaign)", "outcome": "\(outcome.rawValue)"]
            )
        case .doubtSettled(let found, let notPlaced, let unknown):
            self.notice(
                "doubt settled by Plivo's records",
                metadata: ["called": "\(found)", "not_called": "\(notPlaced)", "unknown": "\(unknown)"]
            )
        case .clockStepped(let seconds):
            warning("the wall clock has stepped", metadata: ["seconds": "\(seconds)"])
        case .webhookGivenUp(let campaign):
            warning("a campaign's own URL has not taken a callback for a day", metadata: ["campaign": "\(campaign)"])
        case .lookupsFailing(let reason):
            warning("call records cannot be read", metadata: ["reason": "\(reason)"])
        }
    }
}
