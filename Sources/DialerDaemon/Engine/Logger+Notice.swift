import DialerCore
import DialerEngine
import Logging

extension Logger {
    /// Logs a notice of the engine. A new notice is a case here: a constant message with its values as fields. Phone
    /// numbers may be only in the fields `reason` and `answer`, where ``DaemonLog`` hides them.
    func log(_ notice: Notice) {
        switch notice {
        case .campaignStarted(let name):
            write(.info, "campaign started", ["campaign": name])
        case .campaignCompleted(let name, let contacts):
            write(.info, "campaign completed", ["campaign": name, "contacts": contacts])
        case .campaignCancelled(let name, let cancelled, let rang):
            write(
                .info,
                "campaign canceled",
                ["campaign": name, "cancelled": cancelled, "rang_after_cancel": rang]
            )
        case .campaignHalted(let name, let reason):
            write(.error, "campaign halted", ["campaign": name, "reason": reason])
        case .batchesInDoubtAfterRestart(let count):
            write(.warning, "requests were in flight when the daemon stopped", ["requests": count])
        case .batchInDoubt(let campaign, let destinations, let doubt):
            write(
                .warning,
                "request in doubt",
                ["campaign": campaign, "destinations": destinations, "reason": doubt.sentence]
            )
        case .batchRefused(let campaign, let destinations, let status, let message):
            write(
                .warning,
                "request refused",
                ["campaign": campaign, "destinations": destinations, "status": status, "answer": message]
            )
        case .holdingBack(let seconds, let reason):
            write(.warning, "dialing pauses", ["seconds": (seconds * 10).rounded() / 10, "reason": reason])
        case .gaveUpOnCall(let campaign):
            write(.warning, "neither a callback nor a record has reported the end of a call", ["campaign": campaign])
        case .outcomeCorrected(let campaign, let outcome):
            write(.info, "an assumed outcome is corrected", ["campaign": campaign, "outcome": outcome.rawValue])
        case .doubtSettled(let found, let notPlaced, let unknown):
            write(
                .notice,
                "doubt settled by Plivo's records",
                ["called": found, "not_called": notPlaced, "unknown": unknown]
            )
        case .clockStepped(let seconds):
            write(.warning, "the wall clock has stepped", ["seconds": seconds])
        case .webhookGivenUp(let campaign):
            write(.warning, "a campaign's own URL has not accepted a callback for a day", ["campaign": campaign])
        case .lookupsFailing(let reason):
            write(.warning, "call records cannot be read", ["reason": reason])
        }
    }

    private func write(_ level: Level, _ message: Message, _ fields: [String: any CustomStringConvertible & Sendable]) {
        log(level: level, message, metadata: fields.mapValues { .stringConvertible($0) })
    }
}
