package import DialerCore
package import DialerStore

/// `explain --json`, schema 1 (docs/cli.md, "explain"). Keys are added, never changed; a value that is unknown or does not
/// apply is null.
package enum ExplainDocument {
    package static func object(_ report: NumberReport) -> JSONObject {
        [
            "schema": 1, "number": report.destination.internationalText,
            "daemon": ["state": report.isDaemonRunning ? "running" : "stopped"],
            "do_not_call": report.doNotCall.map(DoNotCallDocument.object), "campaigns": report.contacts.map(object),
            "archived_calls": report.archivedCalls.map(\.rfc3339), "archived_until": report.archivedUntil?.rfc3339,
        ]
    }

    private static func object(_ contact: ContactReport) -> JSONObject {
        let closing = contact.forecast.closing.flatMap { $0 < .distantFuture ? $0.rfc3339 : nil }
        return [
            "name": contact.campaign, "state": contact.campaignState.rawValue, "reason": contact.campaignReason,
            "file": contact.fileName, "imported_at": contact.importedAt.rfc3339, "row": contact.row,
            "to": contact.typed, "contact_state": contact.state.rawValue, "outcome": contact.outcome,
            "attempt_count": contact.attemptCount, "max_attempts": contact.mostAttempts, "cost": contact.cost.text,
            "time_zones": contact.zones.names, "attempts": contact.attempts.map(object),
            "blocks": contact.forecast.blocks.map { block -> JSONObject in
                ["name": name(of: block), "until": block.until?.rfc3339]
            },
            "next_call_at": contact.forecast.next?.rfc3339, "window_closes_at": closing,
        ]
    }

    private static func object(_ report: AttemptReport) -> JSONObject {
        let attempt = report.attempt
        return [
            "created_at": attempt.createdAt.rfc3339, "from": report.callerID, "state": attempt.state.rawValue,
            "outcome": attempt.outcome, "answer": report.answer, "rang_at": attempt.rangAt?.rfc3339,
            "answered_at": attempt.answeredAt?.rfc3339, "ended_at": attempt.endedAt?.rfc3339,
            "latest_end": attempt.latestEnd.rfc3339, "duration_s": attempt.durationSeconds,
            "hangup_cause_code": attempt.causeCode, "hangup_cause_name": attempt.causeName,
            "hangup_source": attempt.hangupSource, "machine": attempt.isMachine,
            "call_uuid": (attempt.callUUID ?? attempt.requestUUID)?.text,
            "call_uuid_confirmed": attempt.isConfirmed, "cost": attempt.cost.text,
            "being_withdrawn": report.isBeingWithdrawn,
        ]
    }

    /// The documented name of a block.
    package static func name(of block: CallBlock) -> String {
        switch block {
        case .finished: "finished"
        case .underWay: "under_way"
        case .inDoubt: "in_doubt"
        case .doNotCall: "do_not_call"
        case .campaign(let state): "campaign_\(state.rawValue)"
        case .ended, .endsBefore: "end_at"
        case .starts: "start_at"
        case .notDue: "not_due"
        case .attemptLimit: "attempt_limit"
        case .retryNotWanted: "retry_not_wanted"
        case .closed: "calling_hours"
        case .neverOpen: "calling_hours_never_open"
        case .zoneUnknown: "time_zone_unknown"
        }
    }
}
